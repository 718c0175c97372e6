using System.Buffers.Binary;
using System.Numerics.Tensors;
using System.Text.Json;

namespace TrendGrains.Inference.External;

/// <summary>The vectors of an answer to <c>/embeddings</c>, in the order of the texts and of length one.</summary>
internal sealed record EmbeddingAnswer(float[][] Vectors, long TokensIn)
{
    /// <exception cref="FormatException">It is none, or not the vectors that were asked for.</exception>
    /// <exception cref="EndpointErrorException">It is an error of the endpoint's own.</exception>
    public static EmbeddingAnswer Read(ReadOnlySpan<byte> body, int count, int dimension)
    {
        using var document = AnswerBody.Parse(AnswerBody.Text(body));
        var root = document.RootElement;
        AnswerBody.ThrowIfError(root);
        if (!root.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Array)
        {
            throw new FormatException("its answer has no \"data\"");
        }
        if (data.GetArrayLength() != count)
        {
            throw new FormatException($"it gave {data.GetArrayLength()} vectors for {count} texts");
        }
        var vectors = new float[count][];
        foreach (var (order, item) in data.EnumerateArray().Index())
        {
            if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("embedding", out var embedding))
            {
                throw new FormatException("one of its vectors is missing");
            }
            var index = item.TryGetProperty("index", out var said) && said.ValueKind == JsonValueKind.Number && said.TryGetInt32(out var place) ? place : order;
            if (index < 0 || index >= count || vectors[index] is not null)
            {
                throw new FormatException($"its vectors are numbered wrongly: {index}");
            }
            vectors[index] = Unit(Numbers(embedding), dimension);
        }
        return new EmbeddingAnswer(vectors, AnswerBody.Object(root, "usage") is { } usage ? AnswerBody.Count(usage, "prompt_tokens") : 0);
    }

    /// <summary>A list of numbers, or the base64 of little-endian 32-bit floats that some give unasked.</summary>
    private static float[] Numbers(JsonElement embedding)
    {
        if (embedding.ValueKind == JsonValueKind.Array)
        {
            return [.. embedding.EnumerateArray().Select(n => n.ValueKind == JsonValueKind.Number ? n.GetSingle() : float.NaN)];
        }
        if (embedding.ValueKind == JsonValueKind.String && embedding.TryGetBytesFromBase64(out var bytes) && bytes.Length % 4 == 0)
        {
            return [.. Enumerable.Range(0, bytes.Length / 4).Select(i => BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(i * 4)))];
        }
        throw new FormatException("one of its vectors is no list of numbers");
    }

    private static float[] Unit(float[] vector, int dimension)
    {
        if (vector.Length != dimension)
        {
            throw new FormatException($"its vectors have {vector.Length} numbers; Dimension says {dimension}");
        }
        var length = TensorPrimitives.Norm<float>(vector);
        if (!float.IsFinite(length) || length == 0)
        {
            throw new FormatException("one of its vectors has no direction");
        }
        TensorPrimitives.Divide(vector, length, vector);
        return vector;
    }
}
