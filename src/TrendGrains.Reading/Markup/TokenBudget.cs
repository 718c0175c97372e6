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

    private readonly List<int> open = [];
    private int tokens;
    private int elements;
    private int dropped;
    private int openFormatting;
    private bool inScript;
    private bool keepsScript;
    private bool isAfterInline;

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
                isAfterInline = TagRules.IsInline(token.Name.Memory.Span);
                return Start(ref token);
            case HtmlTokenType.EndTag:
                inScript = false;
                isAfterInline = TagRules.IsInline(token.Name.Memory.Span);
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
    /// "&lt;b&gt;one&lt;/b&gt; &lt;i&gt;two&lt;/i&gt;". A no-break space is text to it, and folded like any other later.
    /// </summary>
    private void KeepSpace(ref StructHtmlToken token)
    {
        if (isAfterInline && !token.HasContent)
        {
            token.Name = new StringOrMemory("\u00A0");
        }
    }

    private bool Start(ref StructHtmlToken token)
    {
        var name = token.Name.Memory.Span;
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
                open.Add(string.GetHashCode(name));
                return true;
        }
    }

    private bool End(ReadOnlySpan<char> name)
    {
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
        var at = open.LastIndexOf(string.GetHashCode(name));
        if (at >= 0)
        {
            open.RemoveRange(at, open.Count - at);
        }
        return true;
    }
}
