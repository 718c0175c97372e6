using TrendGrains.Press.World.Grammar;

namespace TrendGrains.Press.World.Script;

/// <summary>Every kind that the word files hold, in the order of the files.</summary>
internal static class StoryKinds
{
    public static readonly StoryKind[] All = [.. WordFiles.Under("Kinds.").SelectMany(f => StoryKindFile.Read(WordFiles.Read(f)))];

    public static StoryKind[] For(KindUse use) => [.. All.Where(k => k.Use == use)];
}
