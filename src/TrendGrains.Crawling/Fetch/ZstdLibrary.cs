using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace TrendGrains.Crawling.Fetch;

/// <summary>
/// The system's libzstd through its stable C API: .NET 10 has no zstd of its own. Where the library is absent, zstd is not advertised
/// and what comes in it all the same is refused.
/// </summary>
internal static class ZstdLibrary
{
    private const string Name = "zstd";

    /// <summary>ZSTD_d_windowLogMax of zstd.h.</summary>
    private const int WindowLogMax = 100;

    /// <summary>RFC 9659: a content encoding's window is at most 8 MiB.</summary>
    private const int LargestWindowLog = 23;

    private static readonly string[] files = ["libzstd.so.1", "libzstd.1.dylib", "libzstd.dll"];

    private static readonly nint handle = Load();

    public static bool IsPresent => handle != 0;

    /// <summary>A decompressor whose window is bounded.</summary>
    public static ZstdContext Create()
    {
        var context = CreateContext();
        _ = SetParameter(context, WindowLogMax, LargestWindowLog);
        return context;
    }

    /// <summary>Goes on from where both buffers stand. Returns 0 at the end of a frame.</summary>
    /// <exception cref="InvalidDataException">The bytes are no zstd, or ask for too large a window.</exception>
    public static nuint Decompress(ZstdContext context, ref ZstdBuffer output, ref ZstdBuffer input)
    {
        var result = DecompressStream(context, ref output, ref input);
        return IsError(result) == 0
            ? result
            : throw new InvalidDataException(Marshal.PtrToStringAnsi(ErrorName(result)) ?? "unknown error");
    }

    [DllImport(Name, EntryPoint = "ZSTD_freeDCtx")]
    public static extern nuint Free(nint context);

    private static nint Load()
    {
        foreach (var file in files)
        {
            if (NativeLibrary.TryLoad(file, out var found))
            {
                NativeLibrary.SetDllImportResolver(typeof(ZstdLibrary).Assembly, (name, _, _) => name == Name ? found : 0);
                return found;
            }
        }

        return 0;
    }

    [DllImport(Name, EntryPoint = "ZSTD_createDCtx")]
    private static extern ZstdContext CreateContext();

    [DllImport(Name, EntryPoint = "ZSTD_DCtx_setParameter")]
    private static extern nuint SetParameter(ZstdContext context, int parameter, int value);

    [DllImport(Name, EntryPoint = "ZSTD_decompressStream")]
    private static extern nuint DecompressStream(ZstdContext context, ref ZstdBuffer output, ref ZstdBuffer input);

    [DllImport(Name, EntryPoint = "ZSTD_isError")]
    private static extern uint IsError(nuint code);

    [DllImport(Name, EntryPoint = "ZSTD_getErrorName")]
    private static extern nint ErrorName(nuint code);
}

/// <summary>ZSTD_inBuffer and ZSTD_outBuffer of zstd.h: memory, its size, and how far it has been used.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ZstdBuffer
{
    public nint Memory;
    public nuint Size;
    public nuint Position;
}

/// <summary>ZSTD_DCtx; freed also where a reading is given up half-way.</summary>
internal sealed class ZstdContext() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle() => ZstdLibrary.Free(handle) == 0;
}
