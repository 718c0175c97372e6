using System.Text.Json;
using System.Text.RegularExpressions;

namespace TrendGrains.Inference.External;

/// <summary>Which label an answer names, whatever stands around it: a code fence, a sentence, a model's thoughts.</summary>
internal static partial class LabelAnswer
{
    /// <summary>Longer answers are cut: a label stands at their beginning or at their end.</summary>
    private const int MostRead = 64 * 1024;

    /// <returns>The label's place; -1 where the answer names none, or several.</returns>
    public static int Find(string content, string task, IReadOnlyList<string> labels)
    {
        var read = content.Length <= MostRead ? content : string.Concat(content.AsSpan(0, MostRead / 2), "\n", content.AsSpan(content.Length - (MostRead / 2)));
        var said = Thoughts().Replace(read, " ");
        var names = Names(task, labels);
        foreach (var json in Objects(said))
        {
            if (InObject(json, names) is >= 0 and var place)
            {
                return place;
            }
        }
        return Match(said, names) is >= 0 and var whole ? whole : OnlyOneNamed(said, names);
    }

    private static List<(string Name, int Place)> Names(string task, IReadOnlyList<string> labels)
    {
        var names = labels.Select((label, place) => (label, place)).ToList();
        var known = ExternalTask.Find(task)?.Choices ?? [];
        names.AddRange(labels.SelectMany((label, place) => known.Where(c => c.Label == label).SelectMany(c => c.Aliases).Select(alias => (alias, place))));
        return names;
    }

    /// <summary>Pieces that are whole JSON objects by their braces.</summary>
    private static IEnumerable<string> Objects(string text)
    {
        for (var start = text.IndexOf('{', StringComparison.Ordinal); start >= 0; start = text.IndexOf('{', start + 1))
        {
            var end = text.IndexOf('}', start);
            if (end < 0)
            {
                yield break;
            }
            yield return text[start..(end + 1)];
        }
    }

    private static int InObject(string json, List<(string Name, int Place)> names)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var strings = document.RootElement.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.String).ToArray();
            var label = strings.Where(p => p.Name.Equals("label", StringComparison.OrdinalIgnoreCase)).Select(p => p.Value.GetString()).FirstOrDefault();
            return label is not null ? Match(label, names) : strings.Length == 1 ? Match(strings[0].Value.GetString()!, names) : -1;
        }
        catch (JsonException)
        {
            return -1;
        }
    }

    private static int Match(string text, List<(string Name, int Place)> names)
    {
        var bare = text.Trim().Trim('"', '\'', '`', '*', '.', '!', ':', ' ', '\n', '\r', '“', '”', '「', '」');
        return names.Find(n => n.Name.Equals(bare, StringComparison.OrdinalIgnoreCase)) is { Name: not null } found ? found.Place : -1;
    }

    /// <summary>A sentence that names one label is an answer; one that weighs two is none.</summary>
    private static int OnlyOneNamed(string text, List<(string Name, int Place)> names)
    {
        var found = names.Where(n => n.Name.Length > 1 && StandsAlone(text, n.Name)).Select(n => n.Place).Distinct().Take(2).ToArray();
        return found.Length == 1 ? found[0] : -1;
    }

    /// <summary>Whether it is there as a word; Korean words carry particles behind them.</summary>
    private static bool StandsAlone(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + name.Length;
            if ((at == 0 || !IsWord(text[at - 1])) && (end == text.Length || !IsWord(text[end]) || name[^1] >= '\uAC00'))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '-';

    [GeneratedRegex("<think(?:ing)?>.*?(?:</think(?:ing)?>|$)", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Thoughts();
}
