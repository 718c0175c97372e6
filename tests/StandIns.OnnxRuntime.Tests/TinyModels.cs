namespace StandIns.OnnxRuntime.Tests;

/// <summary>Models of one or two nodes, written as bytes (field numbers from onnx.proto3).</summary>
internal static class TinyModels
{
    private const int Float = 1;

    /// <summary>doubled = x + x and negated = −x, x of floats shaped [n, 2].</summary>
    public static byte[] DoubleAndNegate { get; } = Model(
        [Tensor("x", "n", 2)],
        [Tensor("doubled", "n", 2), Tensor("negated", "n", 2)],
        Node("Add", ["x", "x"], "doubled"),
        Node("Neg", ["x"], "negated"));

    /// <summary>product = left · right, [n, k] by [k, m]: the inner sizes must agree at run time.</summary>
    public static byte[] Product { get; } = Model(
        [Tensor("left", "n", "k"), Tensor("right", "k2", "m")],
        [Tensor("product", "n", "m")],
        Node("MatMul", ["left", "right"], "product"));

    /// <summary>A sequence of one tensor: an output that is no tensor.</summary>
    public static byte[] Sequence { get; } = Model(
        [Tensor("x", "n", 2)],
        [Value("list", new ProtobufWriter().Message(4, new ProtobufWriter().Message(1, TensorType(["n", 2]))))],
        Node("SequenceConstruct", ["x"], "list"));

    /// <summary>A node that no runtime knows.</summary>
    public static byte[] UnknownOperator { get; } = Model([Tensor("x", "n", 2)], [Tensor("y", "n", 2)], Node("NoSuchOperator", ["x"], "y"));

    private static byte[] Model(ProtobufWriter[] inputs, ProtobufWriter[] outputs, params ProtobufWriter[] nodes)
    {
        var graph = new ProtobufWriter();
        Array.ForEach(nodes, node => graph.Message(1, node));
        graph.Text(2, "tiny");
        Array.ForEach(inputs, input => graph.Message(11, input));
        Array.ForEach(outputs, output => graph.Message(12, output));
        return new ProtobufWriter().Number(1, 8).Message(7, graph).Message(8, new ProtobufWriter().Text(1, "").Number(2, 13)).ToArray();
    }

    private static ProtobufWriter Node(string type, string[] inputs, string output)
    {
        var node = new ProtobufWriter();
        Array.ForEach(inputs, input => node.Text(1, input));
        return node.Text(2, output).Text(4, type);
    }

    private static ProtobufWriter Tensor(string name, params object[] dimensions) => Value(name, TensorType(dimensions));

    private static ProtobufWriter Value(string name, ProtobufWriter type) => new ProtobufWriter().Text(1, name).Message(2, type);

    private static ProtobufWriter TensorType(object[] dimensions)
    {
        var shape = new ProtobufWriter();
        foreach (var dimension in dimensions)
        {
            shape.Message(1, dimension is int fixedSize ? new ProtobufWriter().Number(1, fixedSize) : new ProtobufWriter().Text(2, (string)dimension));
        }
        return new ProtobufWriter().Message(1, new ProtobufWriter().Number(1, Float).Message(2, shape));
    }
}
