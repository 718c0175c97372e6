using Microsoft.ML.OnnxRuntime;

namespace StandIns.OnnxRuntime.Tests;

/// <summary>Opens and runs tiny models as the product does.</summary>
internal static class Open
{
    public static InferenceSession Session(byte[] model)
    {
        using var options = Quiet();
        return new InferenceSession(model, options);
    }

    public static SessionOptions Quiet() => new()
    {
        IntraOpNumThreads = 1,
        InterOpNumThreads = 1,
        GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
        LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
    };

    public static float[] Doubled(this InferenceSession session, float[] numbers, long[] shape)
    {
        using var options = new RunOptions();
        using var x = OrtValue.CreateTensorValueFromMemory(numbers, shape);
        using var results = session.Run(options, ["x"], [x], ["doubled"]);
        return results[0].GetTensorDataAsSpan<float>().ToArray();
    }
}
