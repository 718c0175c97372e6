namespace Microsoft.ML.OnnxRuntime.Tensors;

/// <summary>Which C# type stands for which ONNX element type, and how many bytes it takes.</summary>
internal static class ElementTypes
{
    public static TensorElementType? Of(Type type) => type switch
    {
        _ when type == typeof(float) => TensorElementType.Float,
        _ when type == typeof(double) => TensorElementType.Double,
        _ when type == typeof(sbyte) => TensorElementType.Int8,
        _ when type == typeof(byte) => TensorElementType.UInt8,
        _ when type == typeof(short) => TensorElementType.Int16,
        _ when type == typeof(ushort) => TensorElementType.UInt16,
        _ when type == typeof(int) => TensorElementType.Int32,
        _ when type == typeof(uint) => TensorElementType.UInt32,
        _ when type == typeof(long) => TensorElementType.Int64,
        _ when type == typeof(ulong) => TensorElementType.UInt64,
        _ when type == typeof(bool) => TensorElementType.Bool,
        _ => null,
    };

    public static int Size(TensorElementType type) => type switch
    {
        TensorElementType.Int8 or TensorElementType.UInt8 or TensorElementType.Bool => 1,
        TensorElementType.Int16 or TensorElementType.UInt16 or TensorElementType.Float16 or TensorElementType.BFloat16 => 2,
        TensorElementType.Float or TensorElementType.Int32 or TensorElementType.UInt32 => 4,
        TensorElementType.Double or TensorElementType.Int64 or TensorElementType.UInt64 => 8,
        _ => throw new OnnxRuntimeException(ErrorCode.InvalidArgument, $"Data type {type} is not supported"),
    };
}
