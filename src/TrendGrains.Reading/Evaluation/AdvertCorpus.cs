using System.Text.Json;

namespace TrendGrains.Reading.Evaluation;

/// <summary>A text and whether an editor calls it an advert.</summary>
/// <param name="Source">What it was taken from, for figures by source.</param>
public sealed record AdvertText(string Id, string? Title, string? Text, string? Url, string? Language, bool IsAdvert, string Source);

/// <summary>Texts with labels, as JSON Lines: <c>{id, title?, text?, url?, language?, label: advert|editorial, source?}</c>.</summary>
public static class AdvertCorpus
{
    /// <exception cref="InvalidDataException">A line is no such object; the message names file and line.</exception>
    public static async Task<List<AdvertText>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var texts = new List<AdvertText>();
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(path, cancellationToken))
        {
            number++;
            try
            {
                using var json = JsonDocument.Parse(line);
                var root = json.RootElement;
                string? Word(string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;
                var label = Word("label") is { } said and ("advert" or "editorial") ? said : throw new InvalidDataException("the label is neither 'advert' nor 'editorial'");
                if (Word("title") is null && Word("text") is null)
                {
                    throw new InvalidDataException("there is no title and no text");
                }
                texts.Add(new AdvertText(Word("id") ?? $"{number}", Word("title"), Word("text"), Word("url"), Word("language"), label == "advert", Word("source") ?? "given"));
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException or InvalidDataException)
            {
                throw new InvalidDataException($"{path}:{number}: {e.Message}", e);
            }
        }
        return texts.Count > 0 ? texts : throw new InvalidDataException($"{path} holds no text.");
    }
}
