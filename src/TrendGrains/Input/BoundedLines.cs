using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace TrendGrains.Input;

/// <summary>Lines of a UTF-8 stream in bounded memory: a line over the limit is passed over, and reported as such.</summary>
internal static class BoundedLines
{
    /// <summary>Longest line kept, in bytes.</summary>
    public const int Longest = 8 * 1024 * 1024;

    private const byte NewLine = (byte)'\n';

    public static async IAsyncEnumerable<InputLine> ReadAsync(
        Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken, int longest = Longest)
    {
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024));
        var number = 1;
        var tooLong = false;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            var buffer = read.Buffer;
            while (buffer.PositionOf(NewLine) is { } end)
            {
                var line = buffer.Slice(0, end);
                if (tooLong || line.Length > longest)
                {
                    yield return new InputLine(number, null);
                }
                else if (!IsBlank(line))
                {
                    yield return new InputLine(number, line.ToArray());
                }

                tooLong = false;
                number++;
                buffer = buffer.Slice(buffer.GetPosition(1, end));
            }

            if (tooLong || buffer.Length > longest)
            {
                tooLong = true;
                buffer = buffer.Slice(buffer.End);
            }

            if (read.IsCompleted)
            {
                if (tooLong)
                {
                    yield return new InputLine(number, null);
                }
                else if (!IsBlank(buffer))
                {
                    yield return new InputLine(number, buffer.ToArray());
                }

                break;
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
        }

        await reader.CompleteAsync();
    }

    private static bool IsBlank(ReadOnlySequence<byte> line)
    {
        foreach (var part in line)
        {
            if (part.Span.IndexOfAnyExcept(" \t\r"u8) >= 0)
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>A line and its number from 1; <see cref="Bytes"/> is null when it was longer than the limit.</summary>
internal readonly record struct InputLine(int Number, byte[]? Bytes);
