using TrendGrains.Input;
using TrendGrains.Output;
using TrendGrains.Reading;
using TrendGrains.Reading.Decisions;

namespace TrendGrains.Extraction;

/// <summary>Reads pages from files, standard input or the web and writes a line for each, in the order in which they were named.</summary>
/// <param name="decisions">Null where there are no models: reading's own rules then say what is an article, and nothing says what is an advert.</param>
/// <param name="full">Every field, and where each came from.</param>
internal sealed class ExtractRun(PageReader reader, PageDecisions? decisions, OutputFile lines, bool full)
{
    /// <summary>False when the page could not be read; why is on standard error, with the file's name.</summary>
    public async Task<bool> FileAsync(string file, string? url, CancellationToken cancellationToken) =>
        await WriteAsync(file, await ReadAsync(file, url, cancellationToken));

    /// <summary>Fetches an address and reads what comes back.</summary>
    public async Task<bool> AddressAsync(Uri address, bool allowPrivate, CancellationToken cancellationToken)
    {
        var (fetched, refusal) = await PageDownload.FetchAsync(address, allowPrivate, cancellationToken);
        if (fetched is null)
        {
            await Console.Error.WriteLineAsync($"{address}: {refusal}");
            return false;
        }

        var mediaType = fetched.MediaType.Length > 0 ? fetched.MediaType : "text/html";
        var raw = new RawPage(fetched.Url.AbsoluteUri, mediaType, fetched.Charset, fetched.Body, TimeProvider.System.GetUtcNow());
        return await WriteAsync(address.AbsoluteUri, await DecidedAsync(Timed(raw), cancellationToken));
    }

    /// <summary>The pages of a folder, several at a time; the lines keep the order of the names. Returns how many could not be read.</summary>
    public async Task<int> FolderAsync(string folder, int threads, CancellationToken cancellationToken)
    {
        var files = PageFile.List(folder);
        var failed = 0;
        await WorkProgress.RunAsync("extract", async report =>
        {
            for (var from = 0; from < files.Length; from += threads)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var some = files[from..Math.Min(files.Length, from + threads)];
                var pages = some.Length == 1
                    ? [await ReadAsync(some[0], null, cancellationToken)]
                    : await Task.WhenAll(some.Select(file => Task.Run(() => ReadAsync(file, null, cancellationToken), cancellationToken)));
                for (var i = 0; i < some.Length; i++)
                {
                    failed += await WriteAsync(some[i], pages[i]) ? 0 : 1;
                }

                report(from + some.Length, files.Length, $"{from + some.Length} of {files.Length} pages");
            }
        });
        return failed;
    }

    private sealed record Outcome(RawPage? Raw, ReadPage? Page, double Milliseconds, string? Error);

    private async Task<Outcome> ReadAsync(string file, string? url, CancellationToken cancellationToken)
    {
        try
        {
            var body = await PageFile.ReadAsync(file, cancellationToken);
            return await DecidedAsync(Timed(new RawPage(url, "text/html", null, body, TimeProvider.System.GetUtcNow())), cancellationToken);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return new Outcome(null, null, 0, error.Message);
        }
    }

    /// <summary>The time is that of reading alone.</summary>
    private Outcome Timed(RawPage raw)
    {
        var started = TimeProvider.System.GetTimestamp();
        var page = reader.Read(raw);
        return new Outcome(raw, page, Math.Round(TimeProvider.System.GetElapsedTime(started).TotalMilliseconds, 2), null);
    }

    private async Task<Outcome> DecidedAsync(Outcome read, CancellationToken cancellationToken) =>
        decisions is null ? read : read with { Page = (await decisions.DecideAsync([read.Page!], cancellationToken))[0] };

    private async Task<bool> WriteAsync(string name, Outcome outcome)
    {
        if (outcome is not { Page: { } page, Raw: { } raw })
        {
            await Console.Error.WriteLineAsync(outcome.Error!.StartsWith(name, StringComparison.Ordinal) ? outcome.Error : $"{name}: {outcome.Error}");
            return false;
        }

        var line = ExtractLine.Of(name, raw.Url, page, outcome.Milliseconds);
        await lines.WriteAsync(full ? line.With(page) : line);
        if (page.Problem is { } problem)
        {
            await Console.Error.WriteLineAsync($"{name}: {problem.Sentence}");
        }

        return page.Problem is not { IsUnreadable: true };
    }
}
