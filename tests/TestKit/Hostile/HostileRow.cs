using System.Text;

namespace TrendGrains.TestKit.Hostile;

/// <summary>A page made to cost more than its size, or to be misread.</summary>
/// <param name="Name">Names the test.</param>
/// <param name="Does">What it is, for the table.</param>
/// <param name="Body">Made when it is asked for: some have megabytes.</param>
/// <param name="Outcome">
/// <c>read</c>: the honest sentence in it is in the text; <c>answer</c>: read as far as it goes, which may be nothing; else the problem's code.
/// </param>
public sealed record HostileRow(string Name, string Does, Func<byte[]> Body, string Outcome = HostileRow.Read)
{
    public const string Read = "read";
    public const string Answer = "answer";

    /// <summary>The sentence that must survive.</summary>
    public const string Honest = "The council met on Tuesday evening and, after a long debate about the cost of the new bridge, agreed to put the question to the people of the town before the summer ends.";

    public string MediaType { get; init; } = "text/html";
    public string? Charset { get; init; }

    /// <summary>UTF-8 of markup that is made when it is asked for.</summary>
    public static HostileRow Of(string name, string does, Func<string> markup, string outcome = Read) => new(name, does, () => Encoding.UTF8.GetBytes(markup()), outcome);

    public static string Repeat(string what, int times) => new StringBuilder(what.Length * times).Insert(0, what, times).ToString();

    /// <summary>Numbered copies: <c>{0}</c> is the number.</summary>
    public static string Number(string what, int times)
    {
        var (before, after) = (what[..what.IndexOf("{0}", StringComparison.Ordinal)], what[(what.IndexOf("{0}", StringComparison.Ordinal) + 3)..]);
        var all = new StringBuilder((what.Length + 4) * times);
        for (var i = 0; i < times; i++)
        {
            all.Append(before).Append(i).Append(after);
        }

        return all.ToString();
    }

    /// <summary>An article with the honest sentence before and behind what is put in.</summary>
    public static string Article(string inner) => $"<html><head><title>T</title></head><body><article><p>{Honest}</p>{inner}<p>{Honest}</p></article></body></html>";
}
