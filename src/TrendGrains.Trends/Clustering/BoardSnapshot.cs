using System.Security.Cryptography;
using TrendGrains.Text.Counting;
using TrendGrains.Trends.Ranking;

namespace TrendGrains.Trends.Clustering;

/// <summary>
/// A board as bytes: a mark, a version, what the board knows (little-endian; trends in the order they began, so that the same board gives the
/// same bytes), and the SHA-256 of all that. What can be rebuilt (index, window, queues) is not written.
/// </summary>
internal sealed record BoardSnapshot(
    string Language, long Seq, DateTimeOffset Now, DocumentFrequencies Frequencies, long Begun, (OpenTrend Trend, HeldItem[] Held, bool InWindow)[] Trends)
{
    private const uint Mark = 0x44424754;
    private const byte Version = 1;

    public static byte[] Write(string language, long seq, DateTimeOffset now, DocumentFrequencies frequencies, OpenTrends open)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Mark);
        writer.Write(Version);
        writer.Write(language);
        writer.Write(seq);
        writer.Write(now.UtcTicks);
        Write(writer, frequencies);
        writer.Write(open.Begun);
        writer.Write7BitEncodedInt(open.Count);
        foreach (var trend in open.InOrder())
        {
            Write(writer, trend);
        }

        writer.Flush();
        writer.Write(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        return stream.ToArray();
    }

    /// <exception cref="InvalidDataException">It is no snapshot, of another version, or not whole.</exception>
    public static BoardSnapshot Read(byte[] bytes, BoardOptions options)
    {
        var whole = bytes.Length - SHA256.HashSizeInBytes;
        if (whole < 0 || !SHA256.HashData(bytes.AsSpan(0, whole)).AsSpan().SequenceEqual(bytes.AsSpan(whole)))
        {
            throw new InvalidDataException($"not a board's snapshot: the checksum over {bytes.Length} bytes does not hold");
        }

        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes, 0, whole, writable: false));
            if (reader.ReadUInt32() != Mark || reader.ReadByte() is var version && version != Version)
            {
                throw new InvalidDataException("not a board's snapshot of this version");
            }

            var (language, seq, now) = (reader.ReadString(), reader.ReadInt64(), Time(reader));
            var frequencies = ReadFrequencies(reader, options.LargestVocabulary);
            var begun = reader.ReadInt64();
            var trends = new (OpenTrend, HeldItem[], bool)[Length(reader)];
            for (var i = 0; i < trends.Length; i++)
            {
                trends[i] = ReadTrend(reader);
            }

            return reader.BaseStream.Position == whole
                ? new BoardSnapshot(language, seq, now, frequencies, begun, trends)
                : throw new InvalidDataException("a board's snapshot with something after its end");
        }
        catch (Exception error) when (error is EndOfStreamException or ArgumentException or FormatException or OverflowException)
        {
            throw new InvalidDataException($"not a board's snapshot: {error.Message}", error);
        }
    }

    /// <summary>Puts everything in its place again; the window is filled in the order in which its trends spoke.</summary>
    public void Restore(OpenTrends open)
    {
        open.Begun = Begun;
        foreach (var (trend, held, _) in Trends)
        {
            open.Restore(trend, held);
        }

        foreach (var (trend, _, _) in Trends.Where(t => t.InWindow).OrderBy(t => t.Trend.LastVector!.Seq))
        {
            open.Window.Touch(trend, trend.LastVector!.Vector!);
        }
    }

    private static void Write(BinaryWriter writer, DocumentFrequencies frequencies)
    {
        writer.Write7BitEncodedInt(frequencies.Documents);
        var all = frequencies.ToArray();
        writer.Write7BitEncodedInt(all.Length);
        var last = 0u;
        foreach (var (term, count) in all)
        {
            writer.Write7BitEncodedInt64(term - last);
            writer.Write7BitEncodedInt(count);
            last = term;
        }
    }

    private static DocumentFrequencies ReadFrequencies(BinaryReader reader, int capacity)
    {
        var documents = reader.Read7BitEncodedInt();
        var all = new (uint, int)[Length(reader)];
        var last = 0L;
        for (var i = 0; i < all.Length; i++)
        {
            last += reader.Read7BitEncodedInt64();
            all[i] = (checked((uint)last), reader.Read7BitEncodedInt());
        }

        return DocumentFrequencies.Of(Math.Max(capacity, all.Length), documents, all);
    }

    private static void Write(BinaryWriter writer, OpenTrend trend)
    {
        writer.Write(trend.Id.ToByteArray());
        writer.Write(trend.Ordinal);
        writer.Write(trend.FirstItem.ToByteArray());
        writer.Write(trend.FirstSeen.UtcTicks);
        writer.Write(trend.LastSeen.UtcTicks);
        writer.Write7BitEncodedInt(trend.Items);
        writer.Write(trend.Heat.Fast);
        writer.Write(trend.Heat.Main);
        writer.Write(trend.Heat.Slow);
        writer.Write(trend.Label);
        writer.Write7BitEncodedInt(trend.NextReview);
        writer.Write(trend.Row >= 0);
        writer.Write(trend.Middle?.Norm ?? 0);
        writer.Write7BitEncodedInt(trend.Voices.Count);
        foreach (var voice in trend.Voices.All)
        {
            writer.Write(voice.Source);
            writer.Write(voice.Last.UtcTicks);
            writer.Write(voice.Spoken);
        }

        writer.Write7BitEncodedInt(trend.Held.Count);
        foreach (var item in trend.Held)
        {
            Write(writer, item);
        }
    }

    private static (OpenTrend, HeldItem[], bool) ReadTrend(BinaryReader reader)
    {
        var trend = new OpenTrend
        {
            Id = Id(reader),
            Ordinal = reader.ReadInt64(),
            FirstItem = Id(reader),
            FirstSeen = Time(reader),
            LastSeen = Time(reader),
            Items = reader.Read7BitEncodedInt(),
            Heat = new Heat(reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble()),
            Label = reader.ReadString(),
            NextReview = reader.Read7BitEncodedInt(),
        };
        var (inWindow, norm) = (reader.ReadBoolean(), reader.ReadSingle());
        for (var left = Length(reader); left > 0; left--)
        {
            trend.Voices.Restore(new Voice(reader.ReadUInt32(), Time(reader), reader.ReadDouble()));
        }

        var held = new HeldItem[Length(reader)];
        for (var i = 0; i < held.Length; i++)
        {
            held[i] = ReadItem(reader);
        }

        trend.Middle = held.Length > 1 ? Centroid.Restore(held, norm) : null;
        return held.Length is > 0 and <= OpenTrend.MostHeld ? (trend, held, inWindow) : throw new InvalidDataException($"a trend that holds {held.Length} items");
    }

    private static void Write(BinaryWriter writer, HeldItem item)
    {
        writer.Write(item.Id.ToByteArray());
        writer.Write(item.Seq);
        writer.Write(item.Time.UtcTicks);
        writer.Write(item.Source);
        writer.Write(item.Title);
        Write(writer, item.Terms);
        writer.Write(item.Frequencies);
        Write(writer, item.TitleTerms);
        Write(writer, item.Names);
        Write(writer, item.Numbers);
        Write(writer, item.Keys);
        writer.Write7BitEncodedInt(item.Signature.Length);
        writer.Write(item.Signature);
        writer.Write7BitEncodedInt(item.Vector?.Length ?? 0);
        foreach (var value in item.Vector ?? [])
        {
            writer.Write(value);
        }

        writer.Write(item.Norm);
        writer.Write(item.TitleNorm);
        writer.Write(item.NamesNorm);
        writer.Write7BitEncodedInt(item.Copies);
    }

    private static HeldItem ReadItem(BinaryReader reader)
    {
        var (id, seq, time, source, title, terms) = (Id(reader), reader.ReadInt64(), Time(reader), reader.ReadUInt32(), reader.ReadString(), Terms(reader));
        return new HeldItem
        {
            Id = id,
            Seq = seq,
            Time = time,
            Source = source,
            Title = title,
            Terms = terms,
            Frequencies = Bytes(reader, terms.Length),
            TitleTerms = Terms(reader),
            Names = Terms(reader),
            Numbers = Terms(reader),
            Keys = Terms(reader),
            Signature = Bytes(reader, Length(reader)),
            Vector = Length(reader) is > 0 and var length ? Array.ConvertAll(Bytes(reader, length), static b => (sbyte)b) : null,
            Norm = reader.ReadSingle(),
            TitleNorm = reader.ReadSingle(),
            NamesNorm = reader.ReadSingle(),
            Copies = reader.Read7BitEncodedInt(),
        };
    }

    private static void Write(BinaryWriter writer, uint[] terms)
    {
        writer.Write7BitEncodedInt(terms.Length);
        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(terms.AsSpan()));
    }

    private static uint[] Terms(BinaryReader reader)
    {
        var terms = new uint[Length(reader)];
        reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(terms.AsSpan()));
        return terms;
    }

    private static byte[] Bytes(BinaryReader reader, int length) =>
        reader.ReadBytes(length) is { } bytes && bytes.Length == length ? bytes : throw new EndOfStreamException();

    private static Guid Id(BinaryReader reader) => new(Bytes(reader, 16));

    private static DateTimeOffset Time(BinaryReader reader) => new(reader.ReadInt64(), TimeSpan.Zero);

    /// <summary>How many follow; never more than there are bytes left.</summary>
    private static int Length(BinaryReader reader)
    {
        var length = reader.Read7BitEncodedInt();
        return length >= 0 && length <= reader.BaseStream.Length - reader.BaseStream.Position
            ? length
            : throw new InvalidDataException($"a length of {length} beyond the end");
    }
}
