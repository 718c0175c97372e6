namespace TrendGrains.Inference.Catalog;

/// <summary>Where the models lie when nobody says.</summary>
public static class ModelsFolder
{
    public const string Variable = "TRENDGRAINS_MODELS";

    /// <summary>Names the folder of the operator's own models, which are seen beside those that ship.</summary>
    public const string OwnVariable = "TRENDGRAINS_OWN_MODELS";

    /// <summary>The operator's own folder; null where none is named.</summary>
    public static string? FindOwn() => Environment.GetEnvironmentVariable(OwnVariable) is { Length: > 0 } named ? named : null;

    /// <summary>The folder that the variable names, else <c>models</c> beside or above the executable.</summary>
    /// <exception cref="ModelCatalogException">Neither is there.</exception>
    public static string Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return named;
        }
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var models = Path.Combine(folder.FullName, "models");
            if (File.Exists(Path.Combine(models, ModelCatalog.FileName)))
            {
                return models;
            }
        }
        throw new ModelCatalogException(
            $"No folder above {AppContext.BaseDirectory} holds models/{ModelCatalog.FileName}, and the environment variable {Variable} is not set.");
    }
}
