using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using TrendGrains.TestKit;

namespace StandIns.OnnxRuntime.Tests;

/// <summary>Other people's graphs as they come: voice activity with a state that is carried on, and faces in pictures.</summary>
[Trait("Build", "contract")]
public sealed class ThirdPartyModelTests
{
    private const int Rate = 16000;
    private const int Step = 512;
    private const int Context = 64;

    [SharedDataTheory]
    [InlineData("silero_vad.onnx")]
    [InlineData("silero_vad_16k_op15.onnx")]
    [InlineData("silero_vad_half.onnx")]
    public void Hears_speech_in_a_recording_and_none_in_silence(string file)
    {
        using var session = Open.Session(Bytes("silero-vad", file));
        var recording = Samples(Bytes("silero-vad", "test.wav"));

        var heard = Speech(session, recording.AsSpan(0, 20 * Rate));
        var silence = Speech(session, new float[2 * Rate]);

        Assert.All(heard, p => Assert.InRange(p, 0f, 1f));
        Assert.True(heard.Count(p => p > 0.9f) > heard.Length / 10, $"surely speech in {heard.Count(p => p > 0.9f)} of {heard.Length} steps");
        Assert.Contains(heard, p => p < 0.1f);
        Assert.All(silence[4..], p => Assert.InRange(p, 0f, 0.2f));
    }

    [SharedDataTheory]
    [InlineData("version-RFB-320.onnx", 240, 320, 4420)]
    [InlineData("version-RFB-640.onnx", 480, 640, 17640)]
    [InlineData("version-slim-320.onnx", 240, 320, 4420)]
    public void Looks_for_faces_in_a_picture(string file, int height, int width, int boxes)
    {
        using var session = Open.Session(Bytes("ultraface", file));
        using var options = new RunOptions();
        // A grey slope, as (colour - 127) / 128: nobody in it.
        var picture = Enumerable.Range(0, 3 * height * width).Select(i => (i % width * 160f / width - 80) / 128).ToArray();
        using var input = OrtValue.CreateTensorValueFromMemory(picture, [1, 3, height, width]);

        using var results = session.Run(options, ["input"], [input], ["scores", "boxes"]);

        Assert.Equal([1L, boxes, 2L], results[0].GetTensorTypeAndShape().Shape);
        Assert.Equal([1L, boxes, 4L], results[1].GetTensorTypeAndShape().Shape);
        var scores = results[0].GetTensorDataAsSpan<float>();
        for (var i = 0; i < boxes; i++)
        {
            Assert.Equal(1, scores[2 * i] + scores[(2 * i) + 1], 3);
            Assert.InRange(scores[(2 * i) + 1], 0f, 0.6f);
        }
        Assert.All(results[1].GetTensorDataAsSpan<float>().ToArray(), edge => Assert.InRange(edge, -2f, 3f));
    }

    /// <summary>How sure the model is of speech, step by step; each step begins with the end of the one before.</summary>
    private static float[] Speech(InferenceSession session, ReadOnlySpan<float> samples)
    {
        using var options = new RunOptions();
        var state = new float[2 * 128];
        var sure = new float[samples.Length / Step];
        var window = new float[Context + Step];
        for (var i = 0; i < sure.Length; i++)
        {
            window.AsSpan(Step).CopyTo(window);
            samples.Slice(i * Step, Step).CopyTo(window.AsSpan(Context));
            using var input = OrtValue.CreateTensorValueFromMemory(window, [1, window.Length]);
            using var before = OrtValue.CreateTensorValueFromMemory(state, [2, 1, 128]);
            using var rate = OrtValue.CreateTensorValueFromMemory([(long)Rate], []);
            var takesRate = session.InputMetadata.ContainsKey("sr");
            using var results = takesRate
                ? session.Run(options, ["input", "state", "sr"], [input, before, rate], ["output", "stateN"])
                : session.Run(options, ["input", "state"], [input, before], ["output", "stateN"]);
            sure[i] = results[0].GetTensorDataAsSpan<float>()[0];
            results[1].GetTensorDataAsSpan<float>().CopyTo(state);
        }
        return sure;
    }

    /// <summary>16-bit samples behind the header of a plain recording.</summary>
    private static float[] Samples(byte[] wave)
    {
        var data = wave.AsSpan().IndexOf("data"u8) + 8;
        return Array.ConvertAll(MemoryMarshal.Cast<byte, short>(wave.AsSpan(data)).ToArray(), s => s / 32768f);
    }

    private static byte[] Bytes(string folder, string file) => File.ReadAllBytes(Path.Combine(Checkout.SharedData!, "onnx", folder, file));
}
