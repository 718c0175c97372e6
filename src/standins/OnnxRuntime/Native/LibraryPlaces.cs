using System.Runtime.InteropServices;

namespace Microsoft.ML.OnnxRuntime.Native;

/// <summary>Where ONNX Runtime's shared library is looked for: a variable, the checkout, the system; the first that is named or exists is taken.</summary>
internal static class LibraryPlaces
{
    public const string Variable = "TRENDGRAINS_ONNXRUNTIME_LIBRARY";
    public const string InCheckout = ".local/onnxruntime/libonnxruntime.so";
    public const string OfSystem = "libonnxruntime.so.1";

    /// <exception cref="DllNotFoundException">None of the places has it, or what a place has cannot be loaded; the message names all three.</exception>
    public static nint Load(string? named, string startFolder)
    {
        if (!string.IsNullOrWhiteSpace(named))
        {
            return TryLoad(named, out var library, out var why)
                ? library
                : throw Missing($"{Variable} names '{named}', which cannot be loaded: {why}");
        }
        if (Above(startFolder) is { } file)
        {
            return TryLoad(file, out var library, out var why) ? library : throw Missing($"'{file}' cannot be loaded: {why}");
        }
        return TryLoad(OfSystem, out var system, out _) ? system : throw Missing("it is in none of the places");
    }

    private static string? Above(string startFolder)
    {
        for (var folder = new DirectoryInfo(startFolder); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, InCheckout);
            if (File.Exists(file))
            {
                return file;
            }
        }
        return null;
    }

    private static bool TryLoad(string name, out nint library, out string? why)
    {
        try
        {
            library = NativeLibrary.Load(name);
            why = null;
            return true;
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            library = 0;
            why = e.Message;
            return false;
        }
    }

    private static DllNotFoundException Missing(string reason) => new(
        $"ONNX Runtime's native library was not loaded: {reason}. It is looked for in 1. the file that the environment variable {Variable} names, "
        + $"2. {InCheckout} in a folder above the executable, 3. the system's {OfSystem}. Run deploy/local/setup to get it.");
}
