using Microsoft.ML.OnnxRuntime.Tensors;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>What a model's input or output is.</summary>
public class NodeMetadata
{
    private readonly int[] dimensions;
    private readonly TensorElementType elementDataType;

    internal NodeMetadata(bool isTensor, TensorElementType elementDataType, int[] dimensions)
    {
        IsTensor = isTensor;
        this.elementDataType = elementDataType;
        this.dimensions = dimensions;
    }

    public bool IsTensor { get; }

    /// <summary>One number a dimension, −1 where it is free.</summary>
    public int[] Dimensions => OfTensor(dimensions);

    public TensorElementType ElementDataType => OfTensor(elementDataType);

    private T OfTensor<T>(T value) =>
        IsTensor ? value : throw new OnnxRuntimeException(ErrorCode.Fail, "OnnxValueType must be a tensor for this property");
}
