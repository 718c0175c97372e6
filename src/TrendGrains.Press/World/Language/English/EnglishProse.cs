using System.Text;

namespace TrendGrains.Press.World.Language.English;

/// <summary>The last touch on an English sentence: <c>a(n)</c> by the sound that follows, capitals at the beginning of sentences.</summary>
internal static class EnglishProse
{
    private const string Article = "a(n) ";
    private const int FewestWords = 5;
    private const int MostWords = 14;

    private static readonly string[] soundsOpen = ["hour", "honest", "honour", "heir", "8", "11 ", "18 "];
    private static readonly string[] soundsClosed = ["uni", "use", "usu", "eu", "one", "once"];
    private static readonly string[] smallWords = ["a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "of", "on", "or", "over", "the", "to", "with"];

    public static string Finish(string text) => Capitals(Articles(text).Replace(",.", ".").Replace(",,", ",").Replace(",;", ";").Replace(",\u201D,", ",\u201D"));

    /// <summary>A sentence without its full stop; null when it is too long or too short for a headline, or two.</summary>
    public static string? HeadlineOf(string sentence)
    {
        var words = sentence.Count(c => c == ' ') + 1;
        return words is >= FewestWords and <= MostWords && sentence.EndsWith('.') && sentence.IndexOf(". ", StringComparison.Ordinal) < 0 ? sentence[..^1] : null;
    }

    /// <summary>A headline in capitals and small letters, as some mastheads set it.</summary>
    public static string TitleCase(string headline)
    {
        var cased = new StringBuilder(headline.Length);
        var words = headline.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            var small = i > 0 && i < words.Length - 1 && smallWords.Contains(words[i]) && !words[i - 1].EndsWith(':');
            cased.Append(i > 0 ? " " : "").Append(small ? words[i] : Upper(words[i]));
        }
        return cased.ToString();
    }

    private static string Articles(string text)
    {
        var at = text.IndexOf(Article, StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }
        var resolved = new StringBuilder(text.Length);
        var from = 0;
        for (; at >= 0; at = text.IndexOf(Article, from, StringComparison.Ordinal))
        {
            resolved.Append(text, from, at - from);
            from = at + Article.Length;
            resolved.Append(BeginsOpen(text.AsSpan(from)) ? "an " : "a ");
        }
        return resolved.Append(text, from, text.Length - from).ToString();
    }

    private static bool BeginsOpen(ReadOnlySpan<char> word)
    {
        foreach (var sound in soundsOpen)
        {
            if (word.StartsWith(sound, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        foreach (var sound in soundsClosed)
        {
            if (word.StartsWith(sound, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }
        return word.Length > 0 && "aeiouAEIOU".Contains(word[0], StringComparison.Ordinal);
    }

    private static string Capitals(string text)
    {
        var letters = text.ToCharArray();
        var begins = true;
        for (var i = 0; i < letters.Length; i++)
        {
            var c = letters[i];
            if (char.IsLetterOrDigit(c))
            {
                if (begins)
                {
                    letters[i] = char.ToUpperInvariant(c);
                }
                begins = false;
            }
            else if (c is '.' or '!' or '?' && (i + 1 == letters.Length || letters[i + 1] is ' ' or '"' or '\u201D'))
            {
                begins = true;
            }
        }
        return new string(letters);
    }

    private static string Upper(string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (char.IsLetterOrDigit(word[i]))
            {
                return string.Concat(word[..i], char.ToUpperInvariant(word[i]).ToString(), word[(i + 1)..]);
            }
        }
        return word;
    }
}
