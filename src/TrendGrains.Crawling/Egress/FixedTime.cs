using System.Security.Cryptography;
using System.Text;

namespace TrendGrains.Crawling.Egress;

/// <summary>Compares secrets so that the time it takes says nothing about them.</summary>
internal static class FixedTime
{
    public static bool Same(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));
}
