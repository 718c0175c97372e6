using System.Globalization;

namespace TrendGrains.Press.World.Newsroom;

/// <summary>What was printed so far, and the numbers of the pages: they say nothing of the story, the time or the order.</summary>
internal sealed class PressRun(ulong seed)
{
    private readonly List<Publication> publications = [];

    public IReadOnlyList<Publication> Publications => publications;

    public string NextId() => Scrambled((uint)publications.Count).ToString("x8", CultureInfo.InvariantCulture);

    public void Add(Publication publication) => publications.Add(publication);

    /// <summary>One to one on 32 bits (the finaliser of MurmurHash3, public domain), so that no two are equal.</summary>
    private uint Scrambled(uint number)
    {
        var h = number ^ (uint)(seed * 0x9E3779B9);
        h = (h ^ (h >> 16)) * 0x85EBCA6B;
        h = (h ^ (h >> 13)) * 0xC2B2AE35;
        return h ^ (h >> 16);
    }
}
