using Microsoft.ML.OnnxRuntime;

namespace TrendGrains.Inference.Onnx;

/// <summary>How every model here is opened.</summary>
internal static class OnnxModel
{
    // Above this a second copy in memory costs more than the hash read again saves.
    private const long LargestInMemory = 64 << 20;

    /// <param name="threads">Threads inside one run.</param>
    /// <exception cref="OnnxRuntimeException">Not a model, or one that this runtime cannot run.</exception>
    public static InferenceSession Open(string path, int threads)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            // A failed run comes back as an exception; the runtime need not print it as well.
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        // Idle threads of one model must not spin away the processor that another model or a grain needs.
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        return new FileInfo(path).Length <= LargestInMemory
            ? new InferenceSession(File.ReadAllBytes(path), options)
            : new InferenceSession(path, options);
    }
}
