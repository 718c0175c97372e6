namespace TrendGrains.Press.World.Language;

internal enum Tongue
{
    Korean,
    English,
}

internal static class Tongues
{
    public static Tongue Of(string language) => language == "ko" ? Tongue.Korean : Tongue.English;

    public static string Code(this Tongue tongue) => tongue == Tongue.Korean ? "ko" : "en";
}
