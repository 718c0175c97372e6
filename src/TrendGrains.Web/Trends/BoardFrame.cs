using System.Security.Cryptography;
using System.Text;
using TrendGrains.Web.Markup;

namespace TrendGrains.Web.Trends;

/// <summary>A board as it was rendered once for everybody.</summary>
/// <param name="Version">Hash of the fragment: the same content is the same version, also after a restart.</param>
/// <param name="Event">The server-sent event that carries it.</param>
internal sealed record BoardFrame(string Version, Html Fragment, bool IsWell, byte[] Event)
{
    public static BoardFrame Of(BoardView view)
    {
        var fragment = BoardFragment.Draw(view);
        var text = fragment.ToString().ReplaceLineEndings("\n").Trim('\n');
        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

        // Every line of data gets its field name (HTML Living Standard, 9.2.5).
        var message = $"id: {version}\nevent: board\ndata: {text.Replace("\n", "\ndata: ", StringComparison.Ordinal)}\n\n";
        return new BoardFrame(version, fragment, view.Health.DatabaseProblem is null, Encoding.UTF8.GetBytes(message));
    }
}
