using System.Runtime.InteropServices;
using System.Text;

namespace Microsoft.ML.OnnxRuntime.Native;

/// <summary>
/// The C API's function table. Its order never changes and it only grows (onnxruntime_c_api.h), so a slot number is a stable name;
/// version 17 is the oldest with everything used here.
/// </summary>
internal sealed unsafe class Api
{
    private const uint Version = 17;
    private const int WarningLevel = 2;

    private static readonly Lazy<Api> shared = new(() => new Api(LibraryPlaces.Load(
        Environment.GetEnvironmentVariable(LibraryPlaces.Variable), AppContext.BaseDirectory)));

    private readonly nint* table;

    private Api(nint library)
    {
        var getBase = (delegate* unmanaged[Cdecl]<nint*>)NativeLibrary.GetExport(library, "OrtGetApiBase");
        table = (nint*)((delegate* unmanaged[Cdecl]<uint, nint>)getBase()[0])(Version);
        if (table is null)
        {
            var found = Marshal.PtrToStringUTF8(((delegate* unmanaged[Cdecl]<nint>)getBase()[1])());
            throw new NotSupportedException($"The ONNX Runtime library found is version {found}, which lacks API version {Version} (1.17 or later has it).");
        }
        fixed (byte* name = "trendgrains\0"u8)
        {
            nint environment;
            Check(((delegate* unmanaged[Cdecl]<int, byte*, nint*, nint>)this[Slot.CreateEnv])(WarningLevel, name, &environment));
            Env = environment;
            nint memory;
            Check(((delegate* unmanaged[Cdecl]<int, int, nint*, nint>)this[Slot.CreateCpuMemoryInfo])(0, 0, &memory));
            CpuMemory = memory;
            nint allocator;
            Check(((delegate* unmanaged[Cdecl]<nint*, nint>)this[Slot.GetAllocatorWithDefaultOptions])(&allocator));
            Allocator = allocator;
        }
    }

    /// <summary>Loaded at first use; lives as long as the process, as the package's environment does.</summary>
    public static Api Instance => shared.Value;

    public nint Env { get; }

    public nint CpuMemory { get; }

    public nint Allocator { get; }

    public nint this[Slot slot] => table[(int)slot];

    /// <summary>Turns a status into an exception and releases it; null is success.</summary>
    public void Check(nint status)
    {
        if (status == 0)
        {
            return;
        }
        var code = (ErrorCode)((delegate* unmanaged[Cdecl]<nint, int>)this[Slot.GetErrorCode])(status);
        var message = Marshal.PtrToStringUTF8(((delegate* unmanaged[Cdecl]<nint, nint>)this[Slot.GetErrorMessage])(status)) ?? "";
        Release(Slot.ReleaseStatus, status);
        throw new OnnxRuntimeException(code, message);
    }

    public void Release(Slot release, nint handle) => ((delegate* unmanaged[Cdecl]<nint, void>)this[release])(handle);

    public nint Create(Slot create)
    {
        nint handle;
        Check(((delegate* unmanaged[Cdecl]<nint*, nint>)this[create])(&handle));
        return handle;
    }

    public void Set(Slot setter, nint handle, int value) => Check(((delegate* unmanaged[Cdecl]<nint, int, nint>)this[setter])(handle, value));

    /// <summary>Reads a type-and-shape description that someone else owns.</summary>
    public (int ElementType, long[] Dimensions) Shape(nint description)
    {
        int type;
        nuint rank;
        Check(((delegate* unmanaged[Cdecl]<nint, int*, nint>)this[Slot.GetTensorElementType])(description, &type));
        Check(((delegate* unmanaged[Cdecl]<nint, nuint*, nint>)this[Slot.GetDimensionsCount])(description, &rank));
        var dimensions = new long[(int)rank];
        fixed (long* first = dimensions)
        {
            Check(((delegate* unmanaged[Cdecl]<nint, long*, nuint, nint>)this[Slot.GetDimensions])(description, first, rank));
        }
        return (type, dimensions);
    }

    /// <summary>A path as the C API takes it: UTF-16 on Windows, UTF-8 elsewhere, ended by zero.</summary>
    public static byte[] PathBytes(string path) =>
        OperatingSystem.IsWindows() ? Encoding.Unicode.GetBytes(path + '\0') : Encoding.UTF8.GetBytes(path + '\0');
}
