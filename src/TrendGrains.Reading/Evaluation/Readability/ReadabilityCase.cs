using System.Security.Cryptography;
using System.Text;

namespace TrendGrains.Reading.Evaluation.Readability;

/// <summary>One of Mozilla Readability's cases: a page, and what Readability makes of it.</summary>
public sealed record ReadabilityCase(
    string Name, byte[] Body, string Text, string? Title, string? Byline, string? SiteName, string? Language, string? Published, bool IsReaderable)
{
    /// <summary>The address that Readability's own tests read every page at.</summary>
    public const string Address = "http://fakehost/test/page.html";

    /// <summary>Kept apart while developing: the first byte of the name's SHA-256 is even.</summary>
    public bool IsHeldOut { get; } = SHA256.HashData(Encoding.UTF8.GetBytes(Name))[0] % 2 == 0;
}
