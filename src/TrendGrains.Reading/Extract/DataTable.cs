using System.Text;
using TrendGrains.Reading.Markup;
using TrendGrains.Text;

namespace TrendGrains.Reading.Extract;

/// <summary>Tables of figures, told from tables that only lay a page out.</summary>
internal static class DataTable
{
    private const int LongestCell = 600;

    /// <summary>At least two rows of at least two cells, none of them holding another table, a heading, several paragraphs or a long text.</summary>
    public static bool IsData(ReadOnlySpan<PageNode> nodes, int table)
    {
        int rows = 0, cells = 0, blocksInCell = 0, cellText = 0;
        for (var i = table + 1; i < nodes[table].End; i++)
        {
            switch (nodes[i].Tag)
            {
                case Tag.Tr:
                    rows++;
                    break;
                case Tag.Td or Tag.Th:
                    cells++;
                    blocksInCell = 0;
                    cellText = 0;
                    break;
                case Tag.Table or Tag.Article or Tag.Section or Tag.Main or Tag.Nav or Tag.Form or Tag.H1 or Tag.H2:
                    return false;
                case Tag.P or Tag.Div or Tag.Blockquote when ++blocksInCell > 8:
                    return false;
                case Tag.Text when (cellText += nodes[i].Text!.AsSpan().Trim().Length) > LongestCell:
                    return false;
            }
        }
        return rows >= 2 && cells >= rows * 2 - 1;
    }

    /// <summary>A line a row, a tab between cells; empty rows are left out.</summary>
    public static string Text(ReadOnlySpan<PageNode> nodes, int table, out int linkChars)
    {
        var text = new StringBuilder();
        var cell = new InlineText();
        var links = 0;
        var cellOfRow = 0;
        void EndCell()
        {
            links += cell.LinkChars;
            if (cellOfRow++ > 0)
            {
                text.Append('\t');
            }
            text.Append(cell.Take());
        }
        var inCell = false;
        for (var i = table + 1; i < nodes[table].End; i++)
        {
            ref readonly var node = ref nodes[i];
            if (node.Tag is Tag.Td or Tag.Th or Tag.Tr or Tag.Caption)
            {
                if (inCell || !cell.IsEmpty)
                {
                    EndCell();
                }
                inCell = node.Tag is Tag.Td or Tag.Th;
                if (node.Tag is Tag.Tr or Tag.Caption)
                {
                    EndRow(text);
                    cellOfRow = 0;
                }
            }
            else if (node.Tag == Tag.Text)
            {
                cell.Append(nodes, i);
            }
            else if (node.Tag is Tag.Br or Tag.Img or Tag.Button || node.Tag.IsBlock())
            {
                cell.Part();
            }
        }
        if (inCell || !cell.IsEmpty)
        {
            EndCell();
        }
        EndRow(text);
        linkChars = links;
        return text.ToString().TrimEnd('\n', '\t');
    }

    private static void EndRow(StringBuilder text)
    {
        var end = text.Length;
        while (end > 0 && text[end - 1] == '\t')
        {
            end--;
        }
        if (end == 0 || text[end - 1] == '\n')
        {
            text.Length = end;
            return;
        }
        text.Length = end;
        text.Append('\n');
    }
}
