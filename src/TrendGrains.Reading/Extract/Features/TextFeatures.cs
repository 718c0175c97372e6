using System.Buffers;

namespace TrendGrains.Reading.Extract.Features;

/// <summary>What the words of a block look like, whatever stands around it.</summary>
internal static class TextFeatures
{
    private static readonly SearchValues<string> months = SearchValues.Create(
        ["jan ", "january", "feb ", "february", "march ", "apr ", "april", "may ", "june", "july", "aug ", "august", "sep ", "sept", "october", "oct ", "nov ", "november", "dec ", "december", "월 "],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> prices = SearchValues.Create("$€£₩¥₹");
    private static readonly SearchValues<char> pointers = SearchValues.Create("›»→«‹←▶▼▲►✓✔★☆");
    private static readonly SearchValues<char> parts = SearchValues.Create("|•·");

    public static readonly string[] Names =
    [
        "text.chars", "text.words", "text.letter_share", "text.upper_share", "text.digit_share", "text.punctuation_share", "text.cjk_share", "text.stop_share",
        "text.title_case_share", "text.word_length", "text.sentences", "text.commas", "text.longest_word", "text.ends_sentence", "text.ends_ellipsis", "text.ends_colon",
        "text.ends_question", "text.starts_lower", "text.starts_digit", "text.all_caps", "text.price", "text.year", "text.month", "text.at_sign", "text.pointers",
        "text.parts", "text.brackets", "text.quotes", "text.link_share", "text.own_chars", "text.lines",
    ];

    public static void Write(ref RowWriter row, Block block)
    {
        var text = block.Text;
        int letters = 0, upper = 0, digits = 0, punctuation = 0, cjk = 0, spaces = 0, sentences = 0, commas = 0, brackets = 0, quotes = 0, lines = 1, years = 0, run = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                digits++;
                run++;
                years += run == 4 && (i + 1 == text.Length || !char.IsAsciiDigit(text[i + 1])) && text[i - 3] is '1' or '2' && text[i - 2] is '9' or '0' ? 1 : 0;
                continue;
            }
            run = 0;
            switch (c)
            {
                case ' ' or '\t':
                    spaces++;
                    break;
                case '\n':
                    lines++;
                    spaces++;
                    break;
                case >= 'a' and <= 'z':
                    letters++;
                    break;
                case >= 'A' and <= 'Z':
                    letters++;
                    upper++;
                    break;
                case '.' or '!' or '?' or '。' or '！' or '？' or '…':
                    punctuation++;
                    sentences += i + 1 == text.Length || text[i + 1] is ' ' or '"' or '”' or '’' or ')' || c > 0x2FFF ? 1 : 0;
                    break;
                case ',' or '、' or '，' or ';':
                    commas++;
                    punctuation++;
                    break;
                case '(' or ')' or '[' or ']' or '{' or '}':
                    brackets++;
                    punctuation++;
                    break;
                case '"' or '“' or '”' or '「' or '」':
                    quotes++;
                    punctuation++;
                    break;
                case >= '\u2E80':
                    cjk++;
                    letters += char.IsLetter(c) ? 1 : 0;
                    break;
                default:
                    var isLetter = char.IsLetter(c);
                    letters += isLetter ? 1 : 0;
                    upper += isLetter && char.IsUpper(c) ? 1 : 0;
                    punctuation += isLetter ? 0 : 1;
                    break;
            }
        }
        var words = WordShape.Of(text);
        double dense = Math.Max(1, text.Length - spaces), count = Math.Max(1, words.Words);
        row.AddLog(text.Length);
        row.AddLog(words.Words);
        row.Add(letters / dense);
        row.Add(upper / dense);
        row.Add(digits / dense);
        row.Add(punctuation / dense);
        row.Add(cjk / dense);
        row.Add(words.StopWords / count);
        row.Add(words.Capitalised / count);
        row.Add(words.Letters / count);
        row.AddLog(sentences);
        row.AddLog(commas);
        row.AddLog(words.Longest);
        var last = text[^1];
        row.Add(last is '.' or '!' or '?' or '。' or '"' or '”' or '’' or ')');
        row.Add(last is '…' || text.EndsWith("...", StringComparison.Ordinal));
        row.Add(last is ':' or '：');
        row.Add(last is '?' or '？');
        row.Add(char.IsLower(text[0]));
        row.Add(char.IsDigit(text[0]));
        row.Add(letters > 2 && upper == letters);
        row.Add((text.AsSpan().ContainsAny(prices) || last == '원') && digits > 0);
        row.AddLog(years);
        row.Add(text.Length < 400 && text.AsSpan().ContainsAny(months));
        row.Add(text.Contains('@'));
        row.Add(text.AsSpan().ContainsAny(pointers));
        row.Add(text.AsSpan().ContainsAny(parts));
        row.AddLog(brackets);
        row.AddLog(quotes);
        row.Add(block.LinkShare);
        row.AddLog(text.Length - block.LinkChars);
        row.AddLog(lines);
    }
}
