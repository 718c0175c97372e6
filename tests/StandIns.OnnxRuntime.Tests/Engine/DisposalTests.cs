using Microsoft.ML.OnnxRuntime;

namespace StandIns.OnnxRuntime.Tests.Engine;

[Trait("Build", "engine")]
public sealed class DisposalTests
{
    [Fact]
    public void A_closed_session_refuses_instead_of_passing_null_to_native_code()
    {
        using var options = new RunOptions();
        using var x = OrtValue.CreateTensorValueFromMemory([1f, 2f], [1, 2]);
        var session = Open.Session(TinyModels.DoubleAndNegate);
        session.Dispose();
        session.Dispose();

        Assert.Throws<ObjectDisposedException>(() => session.Run(options, ["x"], [x], ["doubled"]));
    }

    [Fact]
    public void A_released_value_is_refused_by_a_run_and_by_a_reader()
    {
        using var options = new RunOptions();
        using var session = Open.Session(TinyModels.DoubleAndNegate);
        var x = OrtValue.CreateTensorValueFromMemory([1f, 2f], [1, 2]);
        x.Dispose();
        x.Dispose();

        Assert.Throws<ObjectDisposedException>(() => session.Run(options, ["x"], [x], ["doubled"]));
        Assert.Throws<ObjectDisposedException>(() => x.GetTensorDataAsSpan<float>().Length);
    }

    [Fact]
    public void Released_options_are_refused()
    {
        var runOptions = new RunOptions();
        runOptions.Dispose();
        var sessionOptions = new SessionOptions();
        sessionOptions.Dispose();
        using var session = Open.Session(TinyModels.DoubleAndNegate);
        using var x = OrtValue.CreateTensorValueFromMemory([1f, 2f], [1, 2]);

        Assert.Throws<ObjectDisposedException>(() => session.Run(runOptions, ["x"], [x], ["doubled"]));
        Assert.Throws<ObjectDisposedException>(() => new InferenceSession(TinyModels.DoubleAndNegate, sessionOptions));
    }

    [Fact]
    public void Disposing_the_results_releases_each_of_them()
    {
        using var options = new RunOptions();
        using var session = Open.Session(TinyModels.DoubleAndNegate);
        using var x = OrtValue.CreateTensorValueFromMemory([1f, 2f], [1, 2]);
        var results = session.Run(options, ["x"], [x], ["doubled", "negated"]);
        var first = results[0];

        results.Dispose();

        Assert.Throws<ObjectDisposedException>(() => first.GetTensorDataAsSpan<float>().Length);
    }
}
