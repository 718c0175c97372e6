using System.Text;

namespace TrendGrains.Inference.Tokenizers.Hub.PreTokenizers;

/// <summary>
/// Oniguruma's (Ruby's) regular expressions in .NET's language, as far as both can mean the same. What cannot is refused: a pattern that is
/// nearly right cuts nearly right, which nobody would notice.
/// </summary>
internal ref struct OnigurumaSyntax
{
    private const string Word = @"\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc}\u00B2\u00B3\u00B9\u00BC-\u00BE\u24B6-\u24E9";

    private static readonly string[] properties =
        ["L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po",
            "S", "Sm", "Sc", "Sk", "So", "Z", "Zs", "Zl", "Zp", "C", "Cc", "Cf", "Co", "Cn"];

    private readonly string pattern;
    private readonly StringBuilder written = new();
    private int at;

    // Where the last atom began in what was written, for a possessive quantifier that must enclose it.
    private int atom;

    private OnigurumaSyntax(string pattern) => this.pattern = pattern;

    /// <exception cref="TokenizerFormatException">Something in it has no equal.</exception>
    public static string Translate(string pattern)
    {
        var syntax = new OnigurumaSyntax(pattern);
        syntax.Alternatives(ignoresCase: false, isGroup: false);
        return syntax.written.ToString();
    }

    private void Alternatives(bool ignoresCase, bool isGroup)
    {
        while (at < pattern.Length)
        {
            var c = pattern[at];
            if (c == ')' && isGroup)
            {
                return;
            }
            var start = written.Length;
            switch (c)
            {
                case '(':
                    Group(ignoresCase);
                    break;
                case '[':
                    Class(ignoresCase);
                    break;
                case '\\':
                    written.Append(Escape(insideClass: false));
                    break;
                case '|':
                    written.Append(c);
                    at++;
                    continue;
                default:
                    Letter(c, ignoresCase);
                    break;
            }
            atom = start;
            Quantifier();
        }
        if (isGroup)
        {
            throw Refused("a group does not end");
        }
    }

    /// <summary>Both engines fold case alike but for the long s.</summary>
    private void Letter(char c, bool ignoresCase)
    {
        written.Append(ignoresCase && c is 's' or 'S' ? "[s\u017F]" : c.ToString());
        at++;
    }

    private void Group(bool ignoresCase)
    {
        var opening = new[] { "(?:", "(?=", "(?!", "(?<=", "(?<!", "(?>", "(?i:" };
        var rest = pattern.AsSpan(at);
        var found = "";
        foreach (var candidate in opening)
        {
            if (rest.StartsWith(candidate))
            {
                found = candidate;
            }
        }
        if (found.Length == 0 && rest.StartsWith("(?"))
        {
            throw Refused($"'{rest[..Math.Min(4, rest.Length)]}' is not known");
        }
        written.Append(found.Length == 0 ? "(?:" : found);
        at += Math.Max(1, found.Length);
        Alternatives(ignoresCase || found == "(?i:", isGroup: true);
        written.Append(')');
        at++;
    }

    private void Class(bool ignoresCase)
    {
        written.Append('[');
        at++;
        if (at < pattern.Length && pattern[at] == '^')
        {
            written.Append('^');
            at++;
        }
        var first = true;
        while (at < pattern.Length && (pattern[at] != ']' || first))
        {
            first = false;
            var rest = pattern.AsSpan(at);
            if (rest.StartsWith("[:punct:]"))
            {
                written.Append(@"\p{P}\p{S}");
                at += "[:punct:]".Length;
            }
            else if (rest.StartsWith("&&") || rest[0] == '[')
            {
                throw Refused("a class inside a class is not known");
            }
            else if (rest[0] == '\\')
            {
                written.Append(Escape(insideClass: true));
            }
            else
            {
                written.Append(ignoresCase && rest[0] is 's' or 'S' ? "s\u017F" : rest[0] is ']' ? @"\]" : rest[0].ToString());
                at++;
            }
        }
        if (at == pattern.Length)
        {
            throw Refused("a class does not end");
        }
        written.Append(']');
        at++;
    }

    private string Escape(bool insideClass)
    {
        if (at + 1 >= pattern.Length)
        {
            throw Refused("it ends with a backslash");
        }
        var c = pattern[at + 1];
        at += 2;
        switch (c)
        {
            case 'p' or 'P':
                return Property(c);
            case 'w':
                return insideClass ? Word : $"[{Word}]";
            case 'W' when !insideClass:
                return $"[^{Word}]";
            case 'u' when at + 4 <= pattern.Length:
                at += 4;
                return pattern[(at - 6)..at];
            case 'x' when at + 2 <= pattern.Length && pattern[at] != '{':
                at += 2;
                return pattern[(at - 4)..at];
            case 's' or 'S' or 'd' or 'D' or 'n' or 'r' or 't' or 'f' or 'v' or 'A' or 'z':
                return $"\\{c}";
            case var sign when !char.IsAsciiLetterOrDigit(sign):
                return $"\\{sign}";
            default:
                throw Refused($"'\\{c}' is not known");
        }
    }

    private string Property(char kind)
    {
        var end = at < pattern.Length && pattern[at] == '{' ? pattern.IndexOf('}', at) : -1;
        if (end < 0)
        {
            throw Refused("a property has no name");
        }
        var name = pattern[(at + 1)..end];
        var negated = name.StartsWith('^');
        name = name.TrimStart('^');
        if (!properties.Contains(name))
        {
            throw Refused($"the property '{name}' is not known");
        }
        at = end + 1;
        return $"\\{(negated == (kind == 'p') ? 'P' : 'p')}{{{name}}}";
    }

    /// <summary>A plus behind <c>?</c>, <c>*</c> or <c>+</c> gives nothing back; behind <c>{n,m}</c> it is a repetition of its own.</summary>
    private void Quantifier()
    {
        if (at >= pattern.Length)
        {
            return;
        }
        if (pattern[at] is '?' or '*' or '+')
        {
            written.Append(pattern[at++]);
            if (at < pattern.Length && pattern[at] == '+')
            {
                written.Insert(atom, "(?>").Append(')');
                at++;
            }
            else if (at < pattern.Length && pattern[at] == '?')
            {
                written.Append('?');
                at++;
            }
        }
        else if (pattern[at] == '{' && pattern.IndexOf('}', at) is > 0 and var end)
        {
            written.Append(pattern, at, end + 1 - at);
            at = end + 1;
            if (at < pattern.Length && pattern[at] == '+')
            {
                written.Insert(atom, "(?:").Append(")+");
                at++;
            }
            else if (at < pattern.Length && pattern[at] == '?')
            {
                throw Refused("a lazy interval is not known");
            }
        }
    }

    private readonly TokenizerFormatException Refused(string why) => new($"the pattern '{pattern}' cannot be followed: {why}.");
}
