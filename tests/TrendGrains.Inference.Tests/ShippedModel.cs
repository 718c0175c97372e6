using TrendGrains.Inference.Catalog;
using TrendGrains.TestKit;

namespace TrendGrains.Inference.Tests;

/// <summary>The model that this repository ships, as its catalog describes it.</summary>
internal static class ShippedModel
{
    public const string Name = "text-embedding";

    public static string Folder { get; } = Path.Combine(Checkout.Root, "models");

    public static ModelEntry Entry { get; } = ModelCatalog.Load(Folder).Single(m => m.Name == Name);
}
