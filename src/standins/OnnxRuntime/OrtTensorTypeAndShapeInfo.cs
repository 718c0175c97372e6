using Microsoft.ML.OnnxRuntime.Tensors;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>A tensor's element type and shape, read once.</summary>
public class OrtTensorTypeAndShapeInfo
{
    internal OrtTensorTypeAndShapeInfo(TensorElementType elementDataType, long[] shape) => (ElementDataType, Shape) = (elementDataType, shape);

    public long[] Shape { get; }

    internal TensorElementType ElementDataType { get; }

    internal long ElementCount => Shape.Aggregate(1L, (count, dimension) => checked(count * dimension));
}
