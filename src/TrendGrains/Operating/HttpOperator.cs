using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using TrendGrains.Abstractions.Ingest;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Output;
using TrendGrains.Storage.Scouting;
using TrendGrains.Storage.Sources;
using TrendGrains.Storage.Trends;

namespace TrendGrains.Operating;

/// <summary>Speaks to a running <c>serve</c> through its operator endpoints on loopback.</summary>
internal sealed class HttpOperator : IOperator
{
    private readonly HttpClient client;

    private HttpOperator(ServeAddress serve)
    {
        client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(serve.Url), Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", serve.Token);
    }

    /// <summary>Null when nothing answers at the address: the file was left by a process that was killed.</summary>
    public static async Task<HttpOperator?> TryConnectAsync(ServeAddress serve, CancellationToken cancellationToken)
    {
        var connection = new HttpOperator(serve);
        try
        {
            using var probe = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            probe.CancelAfter(TimeSpan.FromSeconds(5));
            using var answer = await connection.client.GetAsync("operator", probe.Token);
            if (answer.StatusCode == HttpStatusCode.NoContent)
            {
                return connection;
            }
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
        }

        await connection.DisposeAsync();
        return null;
    }

    public async Task<IReadOnlyList<SourceListing>> ListAsync(CancellationToken cancellationToken)
    {
        using var answer = await CheckedAsync(client.GetAsync("operator/sources", cancellationToken), cancellationToken);
        return await answer.Content.ReadFromJsonAsync<SourceListing[]>(Json.Options, cancellationToken) ?? [];
    }

    public async Task ConfigureAsync(SourceDefinition definition, CancellationToken cancellationToken)
    {
        using var answer = await CheckedAsync(
            client.PutAsJsonAsync($"operator/sources/{definition.Slug}", definition, Json.Options, cancellationToken), cancellationToken);
    }

    public async Task<SourceFindings> LookAsync(string url, bool isInternal, CancellationToken cancellationToken)
    {
        using var answer = await CheckedAsync(
            client.GetAsync($"operator/look?url={Uri.EscapeDataString(url)}&isInternal={(isInternal ? "true" : "false")}", cancellationToken), cancellationToken);
        return await answer.Content.ReadFromJsonAsync<SourceFindings>(Json.Options, cancellationToken)
            ?? throw new InvalidDataException("serve answered no findings.");
    }

    public async Task<IReadOnlyList<SourceCheck>> CheckAsync(string[] slugs, bool live, CancellationToken cancellationToken)
    {
        var query = string.Concat(slugs.Select(s => $"&slug={Uri.EscapeDataString(s)}"));
        using var answer = await CheckedAsync(client.GetAsync($"operator/check?live={(live ? "true" : "false")}{query}", cancellationToken), cancellationToken);
        return await answer.Content.ReadFromJsonAsync<SourceCheck[]>(Json.Options, cancellationToken) ?? [];
    }

    public async Task<bool> RemoveAsync(string slug, CancellationToken cancellationToken)
    {
        using var answer = await client.DeleteAsync($"operator/sources/{Uri.EscapeDataString(slug)}", cancellationToken);
        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }

        await CheckAsync(answer, cancellationToken);
        return true;
    }

    public IAsyncEnumerable<CrawlProgress> CrawlAsync(string slug, CrawlOrder? order, CancellationToken cancellationToken) =>
        ProgressAsync($"operator/sources/{Uri.EscapeDataString(slug)}/crawl", order, cancellationToken);

    public IAsyncEnumerable<CrawlProgress> RehearseAsync(string slug, CrawlPolicy policy, CrawlOrder order, CancellationToken cancellationToken) =>
        ProgressAsync($"operator/sources/{Uri.EscapeDataString(slug)}/rehearse/{policy.Code()}", order, cancellationToken);

    public async Task<IReadOnlyList<SourceProposal>> ProposalsAsync(int count, string? state, CancellationToken cancellationToken)
    {
        var only = state is null ? "" : $"&state={Uri.EscapeDataString(state)}";
        using var answer = await CheckedAsync(client.GetAsync($"operator/proposals?count={count}{only}", cancellationToken), cancellationToken);
        return await answer.Content.ReadFromJsonAsync<SourceProposal[]>(Json.Options, cancellationToken) ?? [];
    }

    public async Task VetoAsync(string host, CancellationToken cancellationToken)
    {
        using var answer = await CheckedAsync(client.PostAsJsonAsync("operator/proposals/veto", host, Json.Options, cancellationToken), cancellationToken);
    }

    public async Task<string> AcceptAsync(string host, CancellationToken cancellationToken)
    {
        using var answer = await CheckedAsync(client.PostAsJsonAsync("operator/proposals/accept", host, Json.Options, cancellationToken), cancellationToken);
        return await answer.Content.ReadFromJsonAsync<string>(Json.Options, cancellationToken) ?? throw new InvalidDataException("serve answered no source.");
    }

    public async Task<IReadOnlyList<CrawlChoiceRow>> ChoicesAsync(string source, long run, CancellationToken cancellationToken)
    {
        using var answer = await CheckedAsync(client.GetAsync($"operator/sources/{Uri.EscapeDataString(source)}/choices/{run}", cancellationToken), cancellationToken);
        return await answer.Content.ReadFromJsonAsync<CrawlChoiceRow[]>(Json.Options, cancellationToken) ?? [];
    }

    private async IAsyncEnumerable<CrawlProgress> ProgressAsync(string path, CrawlOrder? order, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = order is null ? null : JsonContent.Create(order, options: Json.Options),
        };
        using var answer = await CheckedAsync(
            client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken), cancellationToken);
        await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
        using var lines = new StreamReader(body);
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            yield return JsonSerializer.Deserialize<CrawlProgress>(line, Json.Options)
                ?? throw new InvalidDataException("serve answered an empty progress line.");
        }
    }

    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        using var answer = await CheckedAsync(client.PostAsync("operator/settle", null, cancellationToken), cancellationToken);
    }

    public async Task<IngestResult> IngestAsync(IngestBatch batch, CancellationToken cancellationToken)
    {
        using var answer = await CheckedAsync(client.PostAsJsonAsync("operator/ingest", batch, Json.Options, cancellationToken), cancellationToken);
        return await answer.Content.ReadFromJsonAsync<IngestResult>(Json.Options, cancellationToken)
            ?? throw new InvalidDataException("serve answered no ingest result.");
    }

    public async Task<IReadOnlyList<RankedTrend>> TrendsAsync(TrendQuery query, CancellationToken cancellationToken)
    {
        var language = query.Language is { } tag ? $"&language={Uri.EscapeDataString(tag)}" : "";
        var topic = query.Topic is { } name ? $"&topic={Uri.EscapeDataString(name)}" : "";
        using var answer = await CheckedAsync(client.GetAsync($"operator/trends?count={query.Count}{language}{topic}", cancellationToken), cancellationToken);
        return await answer.Content.ReadFromJsonAsync<RankedTrend[]>(Json.Options, cancellationToken) ?? [];
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<HttpResponseMessage> CheckedAsync(Task<HttpResponseMessage> sending, CancellationToken cancellationToken)
    {
        var answer = await sending;
        await CheckAsync(answer, cancellationToken);
        return answer;
    }

    private static async Task CheckAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (!answer.IsSuccessStatusCode)
        {
            var message = await answer.Content.ReadAsStringAsync(cancellationToken);
            message = message.Length > 0 ? message : $"serve answered {(int)answer.StatusCode}.";
            throw answer.StatusCode == HttpStatusCode.ServiceUnavailable ? new StorageAwayException(message) : new InvalidOperationException(message);
        }
    }
}
