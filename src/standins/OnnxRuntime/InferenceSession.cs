using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime.Native;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>A loaded model. <see cref="Run"/> may be called from several threads at once; dispose it when no run is under way.</summary>
public unsafe class InferenceSession : IDisposable
{
    private readonly Dictionary<string, nint> nativeInputNames = [];
    private readonly Dictionary<string, nint> nativeOutputNames = [];
    private readonly Dictionary<string, NodeMetadata> inputs = [];
    private readonly Dictionary<string, NodeMetadata> outputs = [];
    private nint handle;

    /// <exception cref="OnnxRuntimeException">No such file, not a model, or a graph that cannot run.</exception>
    public InferenceSession(string modelPath, SessionOptions options)
    {
        ArgumentNullException.ThrowIfNull(modelPath);
        var api = Api.Instance;
        nint session;
        fixed (byte* path = Api.PathBytes(modelPath))
        {
            api.Check(((delegate* unmanaged[Cdecl]<nint, byte*, nint, nint*, nint>)api[Slot.CreateSession])(api.Env, path, options.Handle, &session));
        }
        Open(api, session);
    }

    /// <exception cref="OnnxRuntimeException">Not a model, or a graph that cannot run.</exception>
    public InferenceSession(byte[] model, SessionOptions options)
    {
        ArgumentNullException.ThrowIfNull(model);
        var api = Api.Instance;
        nint session;
        fixed (byte* first = model)
        {
            api.Check(((delegate* unmanaged[Cdecl]<nint, byte*, nuint, nint, nint*, nint>)api[Slot.CreateSessionFromArray])(
                api.Env, first, (nuint)model.Length, options.Handle, &session));
        }
        Open(api, session);
    }

    ~InferenceSession() => Dispose(false);

    public IReadOnlyDictionary<string, NodeMetadata> InputMetadata => inputs;

    public IReadOnlyDictionary<string, NodeMetadata> OutputMetadata => outputs;

    /// <summary>One run; the results come in the order of <paramref name="outputNames"/> and are the caller's to dispose.</summary>
    public IDisposableReadOnlyCollection<OrtValue> Run(
        RunOptions runOptions,
        IReadOnlyCollection<string> inputNames,
        IReadOnlyCollection<OrtValue> inputValues,
        IReadOnlyCollection<string> outputNames)
    {
        ObjectDisposedException.ThrowIf(handle == 0, this);
        if (inputNames.Count != inputValues.Count)
        {
            throw new ArgumentException($"Length of {nameof(inputNames)} ({inputNames.Count}) must match that of {nameof(inputValues)} ({inputValues.Count}).");
        }
        var api = Api.Instance;
        var given = NativeNames(inputNames, nativeInputNames, "Input");
        var asked = NativeNames(outputNames, nativeOutputNames, "Output");
        var values = inputValues.Select(value => value.Handle).ToArray();
        var made = new nint[asked.Length];
        fixed (nint* givenNames = given, givenValues = values, askedNames = asked, results = made)
        {
            api.Check(((delegate* unmanaged[Cdecl]<nint, nint, nint*, nint*, nuint, nint*, nuint, nint*, nint>)api[Slot.Run])(
                handle, runOptions.Handle, givenNames, givenValues, (nuint)given.Length, askedNames, (nuint)asked.Length, results));
        }
        // The session and the inputs must not be collected while native code runs on them.
        GC.KeepAlive(inputValues);
        GC.KeepAlive(runOptions);
        GC.KeepAlive(this);
        var list = new DisposableList<OrtValue>(made.Length);
        list.AddRange(made.Select(value => new OrtValue(value)));
        return list;
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (Interlocked.Exchange(ref handle, 0) is var session and not 0)
        {
            Api.Instance.Release(Slot.ReleaseSession, session);
        }
        foreach (var name in nativeInputNames.Values.Concat(nativeOutputNames.Values))
        {
            Marshal.FreeCoTaskMem(name);
        }
        nativeInputNames.Clear();
        nativeOutputNames.Clear();
    }

    private static nint[] NativeNames(IReadOnlyCollection<string> names, Dictionary<string, nint> known, string kind) =>
        [.. names.Select(name => known.TryGetValue(name, out var native)
            ? native
            : throw new OnnxRuntimeException(ErrorCode.InvalidArgument, $"{kind} name: '{name}' is not in the metadata"))];

    private void Open(Api api, nint session)
    {
        handle = session;
        Read(api, Slot.SessionGetInputCount, Slot.SessionGetInputName, Slot.SessionGetInputTypeInfo, nativeInputNames, inputs);
        Read(api, Slot.SessionGetOutputCount, Slot.SessionGetOutputName, Slot.SessionGetOutputTypeInfo, nativeOutputNames, outputs);
    }

    private void Read(Api api, Slot getCount, Slot getName, Slot getType, Dictionary<string, nint> names, Dictionary<string, NodeMetadata> metadata)
    {
        nuint count;
        api.Check(((delegate* unmanaged[Cdecl]<nint, nuint*, nint>)api[getCount])(handle, &count));
        for (nuint i = 0; i < count; i++)
        {
            nint native;
            api.Check(((delegate* unmanaged[Cdecl]<nint, nuint, nint, nint*, nint>)api[getName])(handle, i, api.Allocator, &native));
            var name = Marshal.PtrToStringUTF8(native)!;
            api.Check(((delegate* unmanaged[Cdecl]<nint, nint, nint>)api[Slot.AllocatorFree])(api.Allocator, native));
            nint type;
            api.Check(((delegate* unmanaged[Cdecl]<nint, nuint, nint*, nint>)api[getType])(handle, i, &type));
            try
            {
                metadata[name] = Describe(api, type);
            }
            finally
            {
                api.Release(Slot.ReleaseTypeInfo, type);
            }
            names[name] = Marshal.StringToCoTaskMemUTF8(name);
        }
    }

    private static NodeMetadata Describe(Api api, nint type)
    {
        nint tensor;
        api.Check(((delegate* unmanaged[Cdecl]<nint, nint*, nint>)api[Slot.CastTypeInfoToTensorInfo])(type, &tensor));
        if (tensor == 0)
        {
            return new NodeMetadata(isTensor: false, default, []);
        }
        var (element, dimensions) = api.Shape(tensor);
        return new NodeMetadata(isTensor: true, (TensorElementType)element, Array.ConvertAll(dimensions, d => (int)d));
    }
}
