namespace TrendGrains.Reading.Tests;

/// <summary>A reader with the models of the checkout, opened once for a class of tests.</summary>
public sealed class ServedModels : IDisposable
{
    private readonly PageModels models = PageModels.Load();

    public ServedModels() => Reader = new PageReader(models);

    public PageReader Reader { get; }

    public void Dispose() => models.Dispose();
}
