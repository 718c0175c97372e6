using Microsoft.ML.OnnxRuntime;

namespace StandIns.OnnxRuntime.Tests;

[Trait("Build", "contract")]
public sealed class ValueTests
{
    [Fact]
    public void A_value_lies_in_the_array_it_was_made_from()
    {
        var numbers = new[] { 1f, 2f, 3f, 4f };
        using var value = OrtValue.CreateTensorValueFromMemory(numbers, [2, 2]);

        numbers[3] = 40;

        Assert.Equal([1f, 2f, 3f, 40f], value.GetTensorDataAsSpan<float>().ToArray());
        Assert.Equal([2L, 2L], value.GetTensorTypeAndShape().Shape);
    }

    [Fact]
    public void The_array_may_be_longer_than_the_shape_needs()
    {
        using var value = OrtValue.CreateTensorValueFromMemory(new int[100], [3, 2]);

        Assert.Equal(6, value.GetTensorDataAsSpan<int>().Length);
    }

    [Fact]
    public void The_array_may_not_be_shorter_than_the_shape_needs()
    {
        var refused = Assert.Throws<OnnxRuntimeException>(() => OrtValue.CreateTensorValueFromMemory(new int[5], [3, 2]));

        Assert.StartsWith("[ErrorCode:InvalidArgument]", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_type_than_the_tensors_is_refused_but_for_bytes()
    {
        using var value = OrtValue.CreateTensorValueFromMemory([1f, 2f], [2]);

        var refused = Assert.Throws<OnnxRuntimeException>(() => value.GetTensorDataAsSpan<double>().Length);
        Assert.Contains("does not match the actual type", refused.Message, StringComparison.Ordinal);
        Assert.Equal(8, value.GetTensorDataAsSpan<byte>().Length);
    }

    [Fact]
    public void An_empty_tensor_has_an_empty_span()
    {
        using var value = OrtValue.CreateTensorValueFromMemory(Array.Empty<float>(), [0, 2]);

        Assert.True(value.GetTensorDataAsSpan<float>().IsEmpty);
        Assert.Equal([0L, 2L], value.GetTensorTypeAndShape().Shape);
    }

    [Fact]
    public void A_type_that_is_no_element_type_is_refused() =>
        Assert.Throws<OnnxRuntimeException>(() => OrtValue.CreateTensorValueFromMemory(new DateTime[1], [1]));
}
