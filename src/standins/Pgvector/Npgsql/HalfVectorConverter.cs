using System.Buffers;
using System.Buffers.Binary;
using Npgsql.Internal;

namespace Pgvector.Npgsql;

/// <summary>
/// The binary form of <c>halfvec</c> (pgvector's halfvec_send): a count in two bytes, two bytes of zero, then each element in two,
/// all big endian. A value is turned into bytes whole, since pgvector bounds it to 16,000 elements.
/// </summary>
internal sealed class HalfVectorConverter : PgStreamingConverter<HalfVector>
{
    private const int Header = 2 * sizeof(ushort);

    public override HalfVector Read(PgReader reader) => Decode(reader.ReadBytes(reader.CurrentRemaining).ToArray());

    public override async ValueTask<HalfVector> ReadAsync(PgReader reader, CancellationToken cancellationToken = default) =>
        Decode((await reader.ReadBytesAsync(reader.CurrentRemaining, cancellationToken)).ToArray());

    public override Size GetSize(SizeContext context, HalfVector value, ref object? writeState) =>
        Header + (sizeof(ushort) * value.Memory.Length);

    public override void Write(PgWriter writer, HalfVector value) => writer.WriteBytes(Encode(value));

    public override ValueTask WriteAsync(PgWriter writer, HalfVector value, CancellationToken cancellationToken = default) =>
        writer.WriteBytesAsync(Encode(value), cancellationToken);

    private static byte[] Encode(HalfVector value)
    {
        var elements = value.Memory.Span;
        var bytes = new byte[Header + (sizeof(ushort) * elements.Length)];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, checked((ushort)elements.Length));
        for (var i = 0; i < elements.Length; i++)
        {
            BinaryPrimitives.WriteHalfBigEndian(bytes.AsSpan(Header + (sizeof(ushort) * i)), elements[i]);
        }

        return bytes;
    }

    private static HalfVector Decode(ReadOnlySpan<byte> bytes)
    {
        var elements = new Half[BinaryPrimitives.ReadUInt16BigEndian(bytes)];
        for (var i = 0; i < elements.Length; i++)
        {
            elements[i] = BinaryPrimitives.ReadHalfBigEndian(bytes[(Header + (sizeof(ushort) * i))..]);
        }

        return new HalfVector(elements);
    }
}
