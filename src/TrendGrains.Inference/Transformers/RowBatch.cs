using System.Buffers;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace TrendGrains.Inference.Transformers;

/// <summary>Rows side by side, the shorter ones padded at their ends; holds pooled memory that the run reads.</summary>
internal sealed class RowBatch : IDisposable
{
    private readonly List<IDisposable> values = [];
    private readonly List<long[]> longs = [];
    private readonly List<int[]> integers = [];

    /// <param name="inputs">The graph's inputs, in the order of <see cref="Values"/>.</param>
    /// <param name="pad">What stands behind a row's own tokens.</param>
    public RowBatch(ReadOnlySpan<TokenizedRow> rows, int width, IReadOnlyList<GraphInput> inputs, int pad)
    {
        Values = new OrtValue[inputs.Count];
        try
        {
            for (var i = 0; i < inputs.Count; i++)
            {
                Values[i] = inputs[i].Type == TensorElementType.Int64
                    ? Create(rows, width, inputs[i].Role, pad, longs, static value => value)
                    : Create(rows, width, inputs[i].Role, pad, integers, static value => value);
                values.Add(Values[i]);
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public OrtValue[] Values { get; }

    public void Dispose()
    {
        values.ForEach(v => v.Dispose());
        longs.ForEach(b => ArrayPool<long>.Shared.Return(b));
        integers.ForEach(b => ArrayPool<int>.Shared.Return(b));
    }

    private static OrtValue Create<T>(ReadOnlySpan<TokenizedRow> rows, int width, InputRole role, int pad, List<T[]> rented, Func<int, T> convert)
        where T : unmanaged
    {
        var cells = ArrayPool<T>.Shared.Rent(Math.Max(1, rows.Length * width));
        rented.Add(cells);
        for (var row = 0; row < rows.Length; row++)
        {
            var (ids, types) = (rows[row].Ids, rows[row].Types);
            var target = cells.AsSpan(row * width, width);
            // A graph that may look at nothing gives no number: of a row without tokens it looks at the padding.
            var seen = Math.Max(1, ids.Length);
            for (var i = 0; i < width; i++)
            {
                var isReal = i < ids.Length;
                target[i] = convert(role switch
                {
                    InputRole.Ids => isReal ? ids[i] : pad,
                    InputRole.Mask => i < seen ? 1 : 0,
                    InputRole.Types => isReal && types is not null ? types[i] : 0,
                    _ => i,
                });
            }
        }
        return OrtValue.CreateTensorValueFromMemory(cells, [rows.Length, width]);
    }
}
