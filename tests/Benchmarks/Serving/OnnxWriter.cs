using System.Runtime.InteropServices;
using System.Text;

namespace TrendGrains.Benchmarks.Serving;

/// <summary>Writes an ONNX file, field by field as onnx.proto numbers them.</summary>
internal sealed class OnnxWriter
{
    public const int Float = 1;
    public const int Int64 = 7;

    private readonly MemoryStream graph = new();

    public void Weights(string name, int[] shape, float[] numbers) => Initializer(name, shape, Float, MemoryMarshal.AsBytes(numbers.AsSpan()));

    public void Numbers(string name, params long[] numbers) => Initializer(name, [numbers.Length], Int64, MemoryMarshal.AsBytes(numbers.AsSpan()));

    public void Scalar(string name, float number) => Initializer(name, [], Float, MemoryMarshal.AsBytes<float>([number]));

    /// <param name="attributes">Whole numbers; an array is a list of them.</param>
    public string Node(string type, string[] inputs, string output, params (string Name, object Value)[] attributes)
    {
        var node = new MemoryStream();
        foreach (var input in inputs)
        {
            Text(node, 1, input);
        }

        Text(node, 2, output);
        Text(node, 4, type);
        foreach (var (name, value) in attributes)
        {
            var attribute = new MemoryStream();
            Text(attribute, 1, name);
            switch (value)
            {
                case int number:
                    Varint(attribute, 3, number);
                    Varint(attribute, 20, 2);
                    break;
                case float number:
                    Tag(attribute, 2, 5);
                    attribute.Write(BitConverter.GetBytes(number));
                    Varint(attribute, 20, 1);
                    break;
                case int[] numbers:
                    Array.ForEach(numbers, n => Varint(attribute, 8, n));
                    Varint(attribute, 20, 7);
                    break;
            }

            Bytes(node, 5, attribute.ToArray());
        }

        Bytes(graph, 1, node.ToArray());
        return output;
    }

    /// <param name="shape">A name is a size that may differ from run to run.</param>
    public void Input(string name, int type, params object[] shape) => Bytes(graph, 11, Value(name, type, shape));

    public void Output(string name, int type, params object[] shape) => Bytes(graph, 12, Value(name, type, shape));

    public void Save(string path, int operators)
    {
        using var file = File.Create(path);
        Varint(file, 1, 8);
        Text(graph, 2, "benchmark");
        var version = new MemoryStream();
        Text(version, 1, "");
        Varint(version, 2, operators);
        Bytes(file, 8, version.ToArray());
        Bytes(file, 7, graph.ToArray());
    }

    private static byte[] Value(string name, int type, object[] shape)
    {
        var (dims, tensor, kind, value) = (new MemoryStream(), new MemoryStream(), new MemoryStream(), new MemoryStream());
        foreach (var size in shape)
        {
            var dim = new MemoryStream();
            if (size is string symbol)
            {
                Text(dim, 2, symbol);
            }
            else
            {
                Varint(dim, 1, (int)size);
            }

            Bytes(dims, 1, dim.ToArray());
        }

        Varint(tensor, 1, type);
        Bytes(tensor, 2, dims.ToArray());
        Bytes(kind, 1, tensor.ToArray());
        Text(value, 1, name);
        Bytes(value, 2, kind.ToArray());
        return value.ToArray();
    }

    private void Initializer(string name, int[] shape, int type, ReadOnlySpan<byte> raw)
    {
        var tensor = new MemoryStream();
        Array.ForEach(shape, size => Varint(tensor, 1, size));
        Varint(tensor, 2, type);
        Text(tensor, 8, name);
        Bytes(tensor, 9, raw);
        Bytes(graph, 5, tensor.ToArray());
    }

    private static void Text(Stream stream, int field, string text) => Bytes(stream, field, Encoding.UTF8.GetBytes(text));

    private static void Bytes(Stream stream, int field, ReadOnlySpan<byte> bytes)
    {
        Tag(stream, field, 2);
        Varint(stream, (ulong)bytes.Length);
        stream.Write(bytes);
    }

    private static void Varint(Stream stream, int field, long number)
    {
        Tag(stream, field, 0);
        Varint(stream, (ulong)number);
    }

    private static void Tag(Stream stream, int field, int kind) => Varint(stream, (ulong)((field << 3) | kind));

    private static void Varint(Stream stream, ulong number)
    {
        for (; number > 0x7F; number >>= 7)
        {
            stream.WriteByte((byte)(number | 0x80));
        }

        stream.WriteByte((byte)number);
    }
}
