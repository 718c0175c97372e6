using Microsoft.ML.OnnxRuntime;

namespace StandIns.OnnxRuntime.Tests;

[Trait("Build", "contract")]
public sealed class RunTests : IDisposable
{
    private readonly InferenceSession session = Open.Session(TinyModels.DoubleAndNegate);
    private readonly RunOptions options = new();

    public void Dispose()
    {
        options.Dispose();
        session.Dispose();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public void A_free_dimension_takes_any_size(int rows)
    {
        var numbers = Enumerable.Range(0, rows * 2).Select(i => (float)i).ToArray();

        Assert.Equal(numbers.Select(n => n * 2), session.Doubled(numbers, [rows, 2]));
    }

    [Fact]
    public void Results_come_in_the_order_asked_for()
    {
        using var x = OrtValue.CreateTensorValueFromMemory([1f, 2f], [1, 2]);
        using var results = session.Run(options, ["x"], [x], ["negated", "doubled"]);

        Assert.Equal(2, results.Count);
        Assert.Equal([-1f, -2f], results[0].GetTensorDataAsSpan<float>().ToArray());
        Assert.Equal([2f, 4f], results[1].GetTensorDataAsSpan<float>().ToArray());
        Assert.Equal([1L, 2L], results[1].GetTensorTypeAndShape().Shape);
    }

    [Theory]
    [InlineData(new long[] { 2, 1 })]
    [InlineData(new long[] { 2 })]
    [InlineData(new long[] { 1, 1, 2 })]
    public void A_wrong_shape_is_an_invalid_argument_and_the_session_goes_on(long[] shape)
    {
        using var x = OrtValue.CreateTensorValueFromMemory([1f, 2f], shape);

        Refused("InvalidArgument", () => session.Run(options, ["x"], [x], ["doubled"]));
        Assert.Equal([2f, 4f], session.Doubled([1, 2], [1, 2]));
    }

    [Fact]
    public void Sizes_that_disagree_inside_the_graph_fail_the_run_only()
    {
        using var products = Open.Session(TinyModels.Product);
        using var left = OrtValue.CreateTensorValueFromMemory([1f, 2f], [1, 2]);
        using var right = OrtValue.CreateTensorValueFromMemory([1f, 2f, 3f], [3, 1]);
        using var fits = OrtValue.CreateTensorValueFromMemory([3f, 4f], [2, 1]);

        Assert.Throws<OnnxRuntimeException>(() => products.Run(options, ["left", "right"], [left, right], ["product"]));
        using var results = products.Run(options, ["left", "right"], [left, fits], ["product"]);
        Assert.Equal([11f], results[0].GetTensorDataAsSpan<float>().ToArray());
    }

    [Fact]
    public void A_wrong_element_type_is_an_invalid_argument()
    {
        using var x = OrtValue.CreateTensorValueFromMemory([1L, 2L], [1, 2]);

        Refused("InvalidArgument", () => session.Run(options, ["x"], [x], ["doubled"]));
    }

    [Fact]
    public void Unknown_names_are_named()
    {
        using var x = OrtValue.CreateTensorValueFromMemory([1f, 2f], [1, 2]);

        Assert.Contains("Input name: 'y' is not in the metadata", Refused("InvalidArgument", () => session.Run(options, ["y"], [x], ["doubled"])), StringComparison.Ordinal);
        Assert.Contains("Output name: 'z' is not in the metadata", Refused("InvalidArgument", () => session.Run(options, ["x"], [x], ["z"])), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_name_needs_its_value()
    {
        using var x = OrtValue.CreateTensorValueFromMemory([1f, 2f], [1, 2]);

        Assert.Contains("(1) must match that of inputValues (2)", Assert.Throws<ArgumentException>(() => session.Run(options, ["x"], [x, x], ["doubled"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_session_serves_many_threads_at_once()
    {
        var wrong = await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(() =>
        {
            var bad = 0;
            for (var i = 0; i < 500; i++)
            {
                float[] numbers = [thread, i];
                bad += session.Doubled(numbers, [1, 2]).SequenceEqual([thread * 2f, i * 2f]) ? 0 : 1;
            }
            return bad;
        })));

        Assert.Equal(0, wrong.Sum());
    }

    [Fact]
    public void Ten_thousand_runs_leave_memory_where_it_was()
    {
        var numbers = new float[8192];
        var grown = Grown(() =>
        {
            using var x = OrtValue.CreateTensorValueFromMemory(numbers, [4096, 2]);
            using var results = session.Run(options, ["x"], [x], ["doubled"]);
            return results[0].GetTensorDataAsSpan<float>()[^1];
        });

        // A result of 32 KB lost in each run would add 320 MB.
        Assert.True(grown < 16 << 20, $"{grown >> 10} KB more after 10,000 runs");
    }

    [Fact]
    public void Ten_thousand_refused_runs_keep_neither_inputs_nor_statuses_pinned()
    {
        var grown = Grown(() =>
        {
            using var wrong = OrtValue.CreateTensorValueFromMemory(new float[8192], [8192]);
            return Refused("InvalidArgument", () => session.Run(options, ["x"], [wrong], ["doubled"])).Length;
        });

        // The library keeps about 2 KB itself (README); an input left pinned would add 320 MB.
        Assert.True(grown < 96 << 20, $"{grown >> 10} KB more after 10,000 refused runs");
    }

    private static long Grown(Func<float> run)
    {
        for (var i = 0; i < 2000; i++)
        {
            run();
        }
        var before = Resident();
        for (var i = 0; i < 10_000; i++)
        {
            run();
        }
        return Resident() - before;
    }

    private static long Resident()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    private static string Refused(string code, Func<object> run)
    {
        var message = Assert.Throws<OnnxRuntimeException>(run).Message;
        Assert.StartsWith($"[ErrorCode:{code}]", message, StringComparison.Ordinal);
        return message;
    }
}
