namespace TrendGrains.Reading.Signals;

/// <summary>How often elements stand in a document that the visible tree leaves out or does not tell apart.</summary>
internal sealed class ElementCensus
{
    public int Forms { get; private set; }
    public int Inputs { get; private set; }
    public int Selects { get; private set; }
    public int Buttons { get; private set; }
    public int Frames { get; private set; }
    public int Videos { get; private set; }
    public int Images { get; private set; }
    public int Codes { get; private set; }

    public void Add(string localName)
    {
        switch (localName)
        {
            case "form":
                Forms++;
                break;
            case "input" or "textarea":
                Inputs++;
                break;
            case "select":
                Selects++;
                break;
            case "button":
                Buttons++;
                break;
            case "iframe":
                Frames++;
                break;
            case "video" or "audio":
                Videos++;
                break;
            case "img":
                Images++;
                break;
            case "code" or "kbd" or "samp":
                Codes++;
                break;
        }
    }
}
