using System.Buffers;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime.Native;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>A tensor that a run takes or gives. Must be disposed: it holds native memory or pins managed memory.</summary>
public sealed unsafe class OrtValue : IDisposable
{
    private const int TensorKind = 1;

    private nint handle;
    private MemoryHandle pinned;

    internal OrtValue(nint handle) => this.handle = handle;

    internal nint Handle
    {
        get
        {
            ObjectDisposedException.ThrowIf(handle == 0, this);
            return handle;
        }
    }

    /// <summary>Pins the array until the value is disposed, and copies nothing. The array may be longer than the shape needs.</summary>
    public static OrtValue CreateTensorValueFromMemory<T>(T[] data, long[] shape)
        where T : unmanaged
    {
        var type = ElementTypes.Of(typeof(T))
            ?? throw new OnnxRuntimeException(ErrorCode.InvalidArgument, $"Tensor of type: {typeof(T)} is not supported");
        var needed = shape.Aggregate(1L, (count, dimension) => dimension < 0
            ? throw new OnnxRuntimeException(ErrorCode.InvalidArgument, $"Shape dimension {dimension} is negative")
            : checked(count * dimension));
        if (needed > data.Length)
        {
            throw new OnnxRuntimeException(ErrorCode.InvalidArgument, $"Shape count: {needed} does not fit the supplied memory of {data.Length} elements.");
        }
        var api = Api.Instance;
        var pin = data.AsMemory().Pin();
        try
        {
            // The native side refuses a null buffer even for an empty tensor, of which it reads nothing: any address will do.
            var buffer = pin.Pointer is null ? (void*)api.CpuMemory : pin.Pointer;
            nint created;
            fixed (long* dimensions = shape)
            {
                api.Check(((delegate* unmanaged[Cdecl]<nint, void*, nuint, long*, nuint, int, nint*, nint>)api[Slot.CreateTensorWithDataAsOrtValue])(
                    api.CpuMemory, buffer, (nuint)(needed * sizeof(T)), dimensions, (nuint)shape.Length, (int)type, &created));
            }
            return new OrtValue(created) { pinned = pin };
        }
        catch
        {
            pin.Dispose();
            throw;
        }
    }

    /// <summary>The elements where they lie; valid while the value is not disposed. Bytes may be had of every type.</summary>
    public ReadOnlySpan<T> GetTensorDataAsSpan<T>()
        where T : unmanaged
    {
        var shape = GetTensorTypeAndShape();
        if (typeof(T) != typeof(byte) && ElementTypes.Of(typeof(T)) != shape.ElementDataType)
        {
            throw new OnnxRuntimeException(
                ErrorCode.InvalidArgument, $"Requested type: {typeof(T)} does not match the actual type: {shape.ElementDataType}");
        }
        var bytes = checked((int)(shape.ElementCount * ElementTypes.Size(shape.ElementDataType)));
        if (bytes == 0)
        {
            return [];
        }
        var api = Api.Instance;
        void* first;
        api.Check(((delegate* unmanaged[Cdecl]<nint, void**, nint>)api[Slot.GetTensorMutableData])(Handle, &first));
        return MemoryMarshal.Cast<byte, T>(new ReadOnlySpan<byte>(first, bytes));
    }

    public OrtTensorTypeAndShapeInfo GetTensorTypeAndShape()
    {
        var api = Api.Instance;
        int kind;
        api.Check(((delegate* unmanaged[Cdecl]<nint, int*, nint>)api[Slot.GetValueType])(Handle, &kind));
        if (kind != TensorKind)
        {
            throw new OnnxRuntimeException(ErrorCode.InvalidArgument, $"This OrtValue is of kind {kind}, not a tensor");
        }
        nint description;
        api.Check(((delegate* unmanaged[Cdecl]<nint, nint*, nint>)api[Slot.GetTensorTypeAndShape])(Handle, &description));
        try
        {
            var (type, dimensions) = api.Shape(description);
            return new OrtTensorTypeAndShapeInfo((TensorElementType)type, dimensions);
        }
        finally
        {
            api.Release(Slot.ReleaseTensorTypeAndShapeInfo, description);
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref handle, 0) is var owned and not 0)
        {
            Api.Instance.Release(Slot.ReleaseValue, owned);
            pinned.Dispose();
        }
    }
}
