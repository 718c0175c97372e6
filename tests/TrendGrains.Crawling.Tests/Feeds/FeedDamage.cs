using System.Text;

namespace TrendGrains.Crawling.Tests.Feeds;

/// <summary>Harm done to a feed as networks, editors and attackers do it; the same seed does the same harm.</summary>
internal static class FeedDamage
{
    private static readonly byte[][] pieces =
    [
        .. new[] { "<", ">", "</", "<!--", "]]>", "<![CDATA[", "&", "&#x", "&#99999999;", "&nope;", "\"", "'", "<item>", "</item>", "<!DOCTYPE x [", "xmlns:a=\"", "<?xml encoding='utf-16'?>", "{", "\0" }
            .Select(Encoding.UTF8.GetBytes),
    ];

    public static byte[] Apply(byte[] original, byte[] other, Random random)
    {
        var bytes = original.ToList();
        for (var harm = random.Next(1, 8); harm > 0 && bytes.Count > 1; harm--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(200), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, pieces[random.Next(pieces.Length)]);
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(2000), bytes.Count - at)));
                    break;
                case 4:
                    bytes.InsertRange(at, other.Skip(random.Next(other.Length)).Take(random.Next(2000)));
                    break;
                default:
                    bytes.RemoveRange(at, random.Next(4) == 0 ? bytes.Count - at : 0);
                    break;
            }
        }

        return [.. bytes];
    }
}
