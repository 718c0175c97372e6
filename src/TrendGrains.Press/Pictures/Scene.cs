using System.Collections.Frozen;
using TrendGrains.Press.Pictures.Scenes;
using TrendGrains.Press.Sites;
using TrendGrains.Press.World;

namespace TrendGrains.Press.Pictures;

/// <summary>Which motif is painted how. The seed varies light, colours and places; the same motif and seed are the same bytes.</summary>
internal static class Scene
{
    public const int Width = 640;
    public const int Height = 360;

    private static readonly FrozenDictionary<string, Action<Canvas, Dice>> painters = new Dictionary<string, Action<Canvas, Dice>>
    {
        ["landscape"] = Nature.Landscape, ["flood"] = Nature.Flood, ["sea"] = Nature.Sea, ["storm"] = Nature.Storm, ["snow"] = Nature.Snow, ["volcano"] = Nature.Volcano,
        ["fire"] = Town.Fire, ["road"] = Town.Road, ["train"] = Town.Train, ["protest"] = Town.Protest, ["hospital"] = Town.Hospital, ["school"] = Town.School, ["city"] = Town.Skyline,
        ["parliament"] = Offices.Parliament, ["court"] = Offices.Court, ["vote"] = Offices.Vote, ["summit"] = Offices.Summit, ["market"] = Offices.Market, ["factory"] = Offices.Factory,
        ["match"] = Arena.Match, ["concert"] = Arena.Concert, ["portrait"] = Arena.Portrait,
        ["sky"] = Views.Sky, ["desert"] = Views.Desert, ["border"] = Views.Border, ["flags"] = Views.Flags, ["crowd"] = Views.Crowd, ["museum"] = Views.Museum, ["animal"] = Views.Animal,
        ["cinema"] = Arena.Film, ["lab"] = Workshop.Laboratory, ["ruins"] = Nature.Quake, ["money"] = Workshop.Money, ["server"] = Workshop.Server,
        ["launch"] = Workshop.Launch, ["space"] = Workshop.Space, ["phone"] = Workshop.Phone, ["product"] = Workshop.Product, ["food"] = Workshop.Food,
    }.ToFrozenDictionary();

    public static IEnumerable<string> Motifs => painters.Keys.Order(StringComparer.Ordinal);

    /// <summary>A motif that nobody has painted yet is shown as a landscape of its own.</summary>
    public static Bitmap Draw(Picture picture)
    {
        var canvas = new Canvas(Width, Height);
        var dice = new Dice(Hash.Of(picture.Motif, (ulong)picture.Seed));
        painters.GetValueOrDefault(picture.Motif, Nature.Landscape)(canvas, dice);
        return canvas.Developed();
    }
}
