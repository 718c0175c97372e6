using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace TrendGrains.Press.Templates;

/// <summary>HTML or XML under construction. Literals of an interpolated string are markup; what is put into it is text and is escaped.</summary>
internal sealed class Markup(int capacity = 8 * 1024)
{
    private readonly StringBuilder built = new(capacity);

    public Markup Add([InterpolatedStringHandlerArgument("")] Piece piece)
    {
        _ = piece;
        return this;
    }

    public Markup Raw(string markup)
    {
        built.Append(markup);
        return this;
    }

    public Markup Text(string? text)
    {
        var rest = text.AsSpan();
        while (rest.IndexOfAny("&<>\"") is >= 0 and var at)
        {
            built.Append(rest[..at]).Append(rest[at] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", _ => "&quot;" });
            rest = rest[(at + 1)..];
        }

        built.Append(rest);
        return this;
    }

    public override string ToString() => built.ToString();

    [InterpolatedStringHandler]
    public readonly ref struct Piece
    {
        private readonly Markup markup;

        public Piece(int literalLength, int formattedCount, Markup markup)
        {
            _ = literalLength + formattedCount;
            this.markup = markup;
        }

        public void AppendLiteral(string literal) => markup.Raw(literal);

        public void AppendFormatted(string? text) => markup.Text(text);

        public void AppendFormatted(int number) => markup.built.Append(CultureInfo.InvariantCulture, $"{number}");

        /// <summary>Markup within markup.</summary>
        public void AppendFormatted(Markup inner) => markup.built.Append(inner.built);
    }
}
