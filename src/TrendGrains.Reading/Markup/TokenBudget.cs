using AngleSharp.Common;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace TrendGrains.Reading.Markup;

/// <summary>
/// Stands between AngleSharp's tokenizer and its tree builder and keeps a hostile page from costing more than its size:
/// the builder walks its stack of open elements for almost every tag, and opens every unclosed formatting element anew in every
/// paragraph, so a million nested <c>div</c>s or a thousand unclosed <c>b</c>s would take minutes or gigabytes.
/// </summary>
internal sealed class TokenBudget
{
    private const int MaxTokens = 1_500_000;
    private const int MaxElements = 400_000;
    private const int MaxOpen = 250;
    private const int MaxOpenFormatting = 24;

    private readonly List<string> open = [];
    private int tokens;
    private int elements;
    private int dropped;
    private int openFormatting;
    private bool inScript;
    private bool keepsScript;
    private bool isInLine;
    private int preformatted;
    private bool inNoscript;

    /// <summary>True when the end of the page was not read.</summary>
    public bool IsSpent { get; private set; }

    /// <summary>AngleSharp's <see cref="TokenizerMiddleware"/>.</summary>
    public TokenConsumptionResult Consume(ref StructHtmlToken token, TokenConsumer next)
    {
        if (++tokens > MaxTokens || elements > MaxElements)
        {
            IsSpent = true;
            return TokenConsumptionResult.Stop;
        }
        if (IsWanted(ref token))
        {
            next(ref token);
        }
        return TokenConsumptionResult.Continue;
    }

    private bool IsWanted(ref StructHtmlToken token)
    {
        switch (token.Type)
        {
            case HtmlTokenType.StartTag:
                elements++;
                isInLine = !TagRules.EndsLine(token.Name.Memory.Span);
                preformatted += IsPreformatted(token.Name.Memory.Span) && !token.IsSelfClosing ? 1 : 0;
                return Start(ref token);
            case HtmlTokenType.EndTag:
                inScript = false;
                isInLine = !TagRules.EndsLine(token.Name.Memory.Span);
                preformatted -= preformatted > 0 && IsPreformatted(token.Name.Memory.Span) ? 1 : 0;
                return End(token.Name.Memory.Span);
            case HtmlTokenType.Character:
                KeepSpace(ref token);
                return !inScript || keepsScript;
            default:
                return true;
        }
    }

    /// <summary>
    /// The builder behind a middleware leaves out text that is only white space (AngleSharp 1.10), which would join the words of
    /// "&lt;b&gt;one&lt;/b&gt; &lt;i&gt;two&lt;/i&gt;" and the lines of a listing whose words are marked up one by one.
    /// White space that HTML does not know is text to it, and folded like any other later.
    /// </summary>
    private void KeepSpace(ref StructHtmlToken token)
    {
        if (token.HasContent)
        {
            isInLine = true;
        }
        else if (preformatted > 0)
        {
            token.Name = new StringOrMemory(token.Name.ToString().Replace('\n', '\u2028').Replace(' ', '\u00A0').Replace('\t', '\u2003'));
        }
        else if (isInLine)
        {
            token.Name = new StringOrMemory("\u00A0");
        }
    }

    private static bool IsPreformatted(ReadOnlySpan<char> name) => name is "pre" or "listing" or "xmp";

    private bool Start(ref StructHtmlToken token)
    {
        var name = token.Name.Memory.Span;
        if (inNoscript && name is "iframe")
        {
            // To a browser that runs scripts a noscript is text, so nobody notices that its iframe is never closed; here it would swallow the page.
            return false;
        }
        inNoscript |= name is "noscript";
        switch (TagRules.Nesting(name))
        {
            case TagNesting.Script:
                // A dropped script tag would turn its code into text: the tag stays and only the code goes.
                inScript = true;
                var type = token.GetAttribute("type").Memory.Span;
                keepsScript = type.Contains("json", StringComparison.OrdinalIgnoreCase);
                return true;
            case TagNesting.None:
                return true;
            case TagNesting.Formatting:
                if (openFormatting >= MaxOpenFormatting)
                {
                    return false;
                }
                openFormatting++;
                return true;
            default:
                if (token.IsSelfClosing && open.Count < MaxOpen)
                {
                    return true;
                }
                if (open.Count >= MaxOpen)
                {
                    dropped++;
                    return false;
                }
                open.Add(name.ToString());
                return true;
        }
    }

    private int Innermost(ReadOnlySpan<char> name)
    {
        var at = open.Count - 1;
        while (at >= 0 && !name.SequenceEqual(open[at]))
        {
            at--;
        }
        return at;
    }

    private bool End(ReadOnlySpan<char> name)
    {
        inNoscript &= name is not "noscript";
        switch (TagRules.Nesting(name))
        {
            case TagNesting.Script or TagNesting.None:
                return true;
            case TagNesting.Formatting:
                openFormatting = Math.Max(0, openFormatting - 1);
                return true;
        }
        if (dropped > 0)
        {
            dropped--;
            return false;
        }
        var at = Innermost(name);
        if (at >= 0)
        {
            open.RemoveRange(at, open.Count - at);
        }
        return true;
    }
}
