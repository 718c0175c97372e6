using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace StandIns.OnnxRuntime.Tests;

[Trait("Build", "contract")]
public sealed class SessionTests
{
    [Fact]
    public void Inputs_and_outputs_are_described_with_free_dimensions_as_minus_one()
    {
        using var session = Open.Session(TinyModels.DoubleAndNegate);

        var x = Assert.Single(session.InputMetadata);
        Assert.Equal("x", x.Key);
        Assert.True(x.Value.IsTensor);
        Assert.Equal([-1, 2], x.Value.Dimensions);
        Assert.Equal(TensorElementType.Float, x.Value.ElementDataType);
        Assert.Equal(["doubled", "negated"], session.OutputMetadata.Keys.Order());
    }

    [Fact]
    public void An_output_that_is_no_tensor_says_so_and_has_no_dimensions()
    {
        using var session = Open.Session(TinyModels.Sequence);
        var list = session.OutputMetadata["list"];

        Assert.False(list.IsTensor);
        Assert.Contains("[ErrorCode:Fail]", Assert.Throws<OnnxRuntimeException>(() => list.Dimensions).Message, StringComparison.Ordinal);
        Assert.Throws<OnnxRuntimeException>(() => list.ElementDataType);
    }

    [Fact]
    public void A_file_that_is_not_there_is_no_such_file()
    {
        using var options = Open.Quiet();
        var path = Path.Combine(Path.GetTempPath(), $"none-{Guid.NewGuid():N}.onnx");

        var missing = Assert.Throws<OnnxRuntimeException>(() => new InferenceSession(path, options));
        Assert.StartsWith("[ErrorCode:NoSuchFile]", missing.Message, StringComparison.Ordinal);
        Assert.Contains(path, missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_opens_from_its_file_too_whatever_letters_the_path_has()
    {
        var path = Path.Combine(Path.GetTempPath(), $"모델 é {Guid.NewGuid():N}.onnx");
        File.WriteAllBytes(path, TinyModels.DoubleAndNegate);
        try
        {
            using var options = Open.Quiet();
            using var session = new InferenceSession(path, options);

            Assert.Equal([2f, 4f], session.Doubled([1, 2], [1, 2]));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Bytes_that_are_no_model_are_refused()
    {
        var noise = new byte[1000];
        new Random(1).NextBytes(noise);

        Assert.StartsWith("[ErrorCode:InvalidProtobuf]", Assert.Throws<OnnxRuntimeException>(() => Open.Session(noise)).Message, StringComparison.Ordinal);
        Assert.Throws<OnnxRuntimeException>(() => Open.Session([]));
        Assert.Throws<OnnxRuntimeException>(() => Open.Session(TinyModels.DoubleAndNegate[..^10]));
    }

    [Fact]
    public void A_graph_with_an_unknown_operator_is_refused_by_name() =>
        Assert.Contains("NoSuchOperator", Assert.Throws<OnnxRuntimeException>(() => Open.Session(TinyModels.UnknownOperator)).Message, StringComparison.Ordinal);

    [Fact]
    public void Options_keep_what_was_set_and_start_from_the_documented_defaults()
    {
        using var options = new SessionOptions();
        Assert.Equal((0, 0), (options.IntraOpNumThreads, options.InterOpNumThreads));
        Assert.Equal(GraphOptimizationLevel.ORT_ENABLE_ALL, options.GraphOptimizationLevel);
        Assert.Equal(OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING, options.LogSeverityLevel);

        (options.IntraOpNumThreads, options.InterOpNumThreads) = (2, 1);
        options.GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_BASIC;
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        Assert.Equal((2, 1, GraphOptimizationLevel.ORT_ENABLE_BASIC), (options.IntraOpNumThreads, options.InterOpNumThreads, options.GraphOptimizationLevel));
    }

    [Fact]
    public void Options_may_go_once_the_session_stands()
    {
        var options = Open.Quiet();
        using var session = new InferenceSession(TinyModels.DoubleAndNegate, options);
        options.Dispose();

        Assert.Equal([6f, 8f], session.Doubled([3, 4], [1, 2]));
    }
}
