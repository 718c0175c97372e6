using TrendGrains.TestKit;

namespace TrendGrains.Benchmarks.Serving;

/// <summary>
/// A BERT-shaped encoder of 22 million seeded weights: 6 layers, width 384, 12 heads, vocabulary 30,522; inputs <c>input_ids</c> and
/// <c>attention_mask</c> [texts, tokens], output the mean of each text's tokens. Its answers mean nothing, its work is a real model's.
/// </summary>
internal static class TransformerFile
{
    public const int Width = 384;
    public const int Vocabulary = 30_522;

    private const int Layers = 6;
    private const int Heads = 12;
    private const int Inner = 4 * Width;
    private const int Longest = 512;

    /// <summary>Written once for the checkout.</summary>
    public static string Ensure()
    {
        var path = Path.Combine(Checkout.Root, ".local", "bench-models", "encoder-6x384.onnx");
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            Write(path + ".new");
            File.Move(path + ".new", path);
        }

        return path;
    }

    private static void Write(string path)
    {
        var (onnx, random) = (new OnnxWriter(), new Random(42));
        onnx.Input("input_ids", OnnxWriter.Int64, "texts", "tokens");
        onnx.Input("attention_mask", OnnxWriter.Int64, "texts", "tokens");
        onnx.Output("vectors", OnnxWriter.Float, "texts", Width);
        Constants(onnx);

        Weights(onnx, random, "words", Vocabulary, Width);
        Weights(onnx, random, "places", Longest, Width);
        onnx.Node("Gather", ["words", "input_ids"], "word");
        onnx.Node("Shape", ["input_ids"], "shape");
        onnx.Node("Slice", ["shape", "one-at", "two-at"], "tokens");
        onnx.Node("Slice", ["places", "zero-at", "tokens", "zero-at"], "place");
        onnx.Node("Add", ["word", "place"], "embedded");
        Normalise(onnx, "embedded", "x0");

        onnx.Node("Cast", ["attention_mask"], "mask", ("to", OnnxWriter.Float));
        onnx.Node("Unsqueeze", ["mask", "one-two-at"], "mask-wide");
        onnx.Node("Sub", ["one", "mask-wide"], "absent");
        onnx.Node("Mul", ["absent", "very-low"], "bias");
        for (var layer = 0; layer < Layers; layer++)
        {
            Layer(onnx, random, $"x{layer}", $"x{layer + 1}", $"l{layer}-");
        }

        onnx.Node("Unsqueeze", ["mask", "two-at"], "mask-last");
        onnx.Node("Mul", [$"x{Layers}", "mask-last"], "present");
        onnx.Node("ReduceSum", ["present", "one-at"], "sum", ("keepdims", 0));
        onnx.Node("ReduceSum", ["mask-last", "one-at"], "count", ("keepdims", 0));
        onnx.Node("Div", ["sum", "count"], "vectors");
        onnx.Save(path, operators: 17);
    }

    private static void Layer(OnnxWriter onnx, Random random, string x, string y, string at)
    {
        foreach (var part in new[] { "q", "k", "v" })
        {
            var linear = Linear(onnx, random, x, at + part, Width, Width);
            onnx.Node("Reshape", [linear, "by-head"], $"{at}{part}-heads");
            onnx.Node("Transpose", [$"{at}{part}-heads"], $"{at}{part}-turned", ("perm", part == "k" ? new[] { 0, 2, 3, 1 } : [0, 2, 1, 3]));
        }

        onnx.Node("MatMul", [$"{at}q-turned", $"{at}k-turned"], at + "raw");
        onnx.Node("Mul", [at + "raw", "scale"], at + "scaled");
        onnx.Node("Add", [at + "scaled", "bias"], at + "masked");
        onnx.Node("Softmax", [at + "masked"], at + "weights", ("axis", -1));
        onnx.Node("MatMul", [at + "weights", $"{at}v-turned"], at + "seen");
        onnx.Node("Transpose", [at + "seen"], at + "seen-turned", ("perm", new[] { 0, 2, 1, 3 }));
        onnx.Node("Reshape", [at + "seen-turned", "flat"], at + "seen-flat");
        var attended = Linear(onnx, random, at + "seen-flat", at + "o", Width, Width);
        onnx.Node("Add", [attended, x], at + "attended");
        Normalise(onnx, at + "attended", at + "middle");

        var inner = Linear(onnx, random, at + "middle", at + "up", Width, Inner);
        onnx.Node("Div", [inner, "root-two"], at + "divided");
        onnx.Node("Erf", [at + "divided"], at + "erf");
        onnx.Node("Add", [at + "erf", "one"], at + "erf-one");
        onnx.Node("Mul", [inner, at + "erf-one"], at + "gate");
        onnx.Node("Mul", [at + "gate", "half"], at + "gelu");
        var outer = Linear(onnx, random, at + "gelu", at + "down", Inner, Width);
        onnx.Node("Add", [outer, at + "middle"], at + "sum");
        Normalise(onnx, at + "sum", y);
    }

    private static void Constants(OnnxWriter onnx)
    {
        onnx.Numbers("zero-at", 0);
        onnx.Numbers("one-at", 1);
        onnx.Numbers("two-at", 2);
        onnx.Numbers("one-two-at", 1, 2);
        onnx.Numbers("by-head", 0, 0, Heads, Width / Heads);
        onnx.Numbers("flat", 0, 0, Width);
        onnx.Scalar("one", 1);
        onnx.Scalar("half", 0.5f);
        onnx.Scalar("very-low", -10_000);
        onnx.Scalar("root-two", MathF.Sqrt(2));
        onnx.Scalar("scale", 1 / MathF.Sqrt((float)Width / Heads));
        onnx.Weights("norm-scale", [Width], [.. Enumerable.Repeat(1f, Width)]);
        onnx.Weights("norm-shift", [Width], new float[Width]);
    }

    private static string Linear(OnnxWriter onnx, Random random, string x, string name, int from, int to)
    {
        Weights(onnx, random, name + "-weight", from, to);
        onnx.Weights(name + "-shift", [to], new float[to]);
        onnx.Node("MatMul", [x, name + "-weight"], name + "-product");
        return onnx.Node("Add", [name + "-product", name + "-shift"], name + "-linear");
    }

    private static void Normalise(OnnxWriter onnx, string x, string y) => onnx.Node("LayerNormalization", [x, "norm-scale", "norm-shift"], y, ("axis", -1), ("epsilon", 1e-12f));

    private static void Weights(OnnxWriter onnx, Random random, string name, int rows, int columns)
    {
        var numbers = new float[rows * columns];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = (random.NextSingle() - 0.5f) * 0.07f;
        }

        onnx.Weights(name, [rows, columns], numbers);
    }
}
