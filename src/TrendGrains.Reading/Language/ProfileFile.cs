using System.Buffers.Binary;
using System.Collections.Frozen;
using System.IO.Compression;
using System.Text;

namespace TrendGrains.Reading.Language;

/// <summary>
/// The file of profiles that models/train/language_profiles.py writes: gzip; "TGL1", the step between levels, then for every script its
/// languages with what an unseen gram of each order costs them, its grams (front-coded), and three columns: how many languages know each
/// gram, which, and how many steps above unseen.
/// </summary>
internal static class ProfileFile
{
    private const uint Magic = 0x314C4754;

    private static readonly Lazy<FrozenDictionary<string, ScriptProfiles>> scripts = new(Load);

    /// <summary>Null where the script has one language, or none that is known.</summary>
    public static ScriptProfiles? Of(string script) => scripts.Value.GetValueOrDefault(script);

    public static IEnumerable<ScriptProfiles> All => scripts.Value.Values;

    private static FrozenDictionary<string, ScriptProfiles> Load()
    {
        using var packed = new GZipStream(typeof(ProfileFile).Assembly.GetManifestResourceStream("profiles.bin.gz")!, CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        packed.CopyTo(unpacked);
        var reader = new Reader(unpacked.ToArray());
        if (reader.UInt32() != Magic)
        {
            throw new InvalidDataException("profiles.bin.gz is no file of language profiles.");
        }
        var step = reader.Single();
        var all = new Dictionary<string, ScriptProfiles>(StringComparer.Ordinal);
        for (var left = reader.Byte(); left > 0; left--)
        {
            var name = reader.Text();
            all[name] = Script(reader, name, step);
        }
        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static ScriptProfiles Script(Reader reader, string name, float step)
    {
        var languages = new string[reader.Byte()];
        var floors = new float[languages.Length][];
        var orders = reader.Byte();
        var grams = new ulong[reader.UInt32()];
        for (var l = 0; l < languages.Length; l++)
        {
            languages[l] = reader.Text();
            floors[l] = new float[orders];
            for (var o = 0; o < orders; o++)
            {
                floors[l][o] = reader.Single();
            }
        }
        var before = "";
        for (var g = 0; g < grams.Length; g++)
        {
            var shared = reader.Byte();
            before = string.Concat(before.AsSpan(0, shared), reader.Text());
            grams[g] = GramHash.Of(before);
        }
        var starts = new int[grams.Length + 1];
        for (var g = 0; g < grams.Length; g++)
        {
            starts[g + 1] = starts[g] + reader.Byte();
        }
        return new ScriptProfiles(name, languages, floors, grams, starts, reader.Bytes(starts[^1]), reader.Bytes(starts[^1]), step);
    }

    private sealed class Reader(byte[] bytes)
    {
        private int at;

        public byte Byte() => bytes[at++];

        public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(4));

        public float Single() => BinaryPrimitives.ReadSingleLittleEndian(Bytes(4));

        public string Text() => Encoding.UTF8.GetString(Bytes(Byte()));

        public byte[] Bytes(int length)
        {
            at += length;
            return bytes[(at - length)..at];
        }
    }
}
