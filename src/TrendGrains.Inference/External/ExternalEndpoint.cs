using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Polly;
using Polly.CircuitBreaker;
using TrendGrains.Abstractions.ModelWorkers;

namespace TrendGrains.Inference.External;

/// <summary>
/// One address that is asked: so many requests at a time, each within its time, sent again where that is of use, and left alone for a while
/// when it fails again and again. Whatever it does comes back as an <see cref="ExternalModelException"/>, which never holds the key.
/// </summary>
internal sealed class ExternalEndpoint : IDisposable
{
    private readonly string name;
    private readonly ExternalModelOptions options;
    private readonly TimeProvider clock;
    private readonly Uri address;
    private readonly string? key;
    private readonly HttpMessageInvoker http;
    private readonly SemaphoreSlim room;
    private readonly ResiliencePipeline pipeline;

    public ExternalEndpoint(string name, ExternalModelOptions options, string path, string? key, ExternalTransport transport, TimeProvider clock)
    {
        (this.name, this.options, this.key, this.clock) = (name, options, key, clock);
        var given = new UriBuilder(options.Address);
        given.Path = $"{given.Path.TrimEnd('/')}{path}";
        address = given.Uri;
        Shown = address.GetLeftPart(UriPartial.Path);
        http = new HttpMessageInvoker(transport(options.AllowPrivate, TimeSpan.FromSeconds(options.ConnectTimeoutSeconds)));
        room = new SemaphoreSlim(options.Concurrency);
        pipeline = EndpointResilience.Of(options, clock);
        Usage = new UsageMeter(options);
    }

    /// <summary>The address without its query, which may hold a secret.</summary>
    public string Shown { get; }

    public UsageMeter Usage { get; }

    /// <param name="read">Reads the body of a good answer; a <see cref="FormatException"/> says why it is none.</param>
    /// <exception cref="ExternalModelException">There is no answer.</exception>
    public async Task<T> AskAsync<T>(byte[] body, Func<byte[], T> read, CancellationToken cancellationToken)
    {
        await room.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await pipeline.ExecuteAsync(async token => await SendAsync(body, read, token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
        catch (BrokenCircuitException open)
        {
            var wait = open.RetryAfter ?? TimeSpan.FromSeconds(options.BreakSeconds);
            throw Fault(ExternalFault.LeftAlone, $"it failed again and again and is left alone for {wait.TotalSeconds:0.#} s", wait);
        }
        finally
        {
            room.Release();
        }
    }

    public void Dispose()
    {
        http.Dispose();
        room.Dispose();
    }

    public ExternalModelException Fault(ExternalFault fault, string reason, TimeSpan? retryAfter = null) => new(name, Shown, fault, Redact(reason), retryAfter);

    private async Task<T> SendAsync<T>(byte[] body, Func<byte[], T> read, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(options.TimeoutSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            using var request = Request(body);
            Usage.Asked();
            using var response = await http.SendAsync(request, either.Token).ConfigureAwait(false);
            var answer = WithoutKey(await BodyAsync(response, either.Token).ConfigureAwait(false));
            return response.IsSuccessStatusCode ? Read(answer, read) : throw Refused(response, answer);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Fault(ExternalFault.TooLate, $"no whole answer within {options.TimeoutSeconds:0.###} s");
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw Unreachable(error);
        }
    }

    private HttpRequestMessage Request(byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation(options.KeyHeader, options.KeyHeader.Equals("Authorization", StringComparison.OrdinalIgnoreCase) ? $"Bearer {key}" : key);
        }
        return request;
    }

    private async Task<byte[]> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var most = options.MaxAnswerKilobytes * 1024L;
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var whole = new MemoryStream();
            var block = new byte[16 * 1024];
            while (await stream.ReadAsync(block, cancellationToken).ConfigureAwait(false) is var read and > 0)
            {
                if (whole.Length + read > most)
                {
                    throw Fault(ExternalFault.Unreadable, $"its answer is larger than {options.MaxAnswerKilobytes} KB");
                }
                whole.Write(block, 0, read);
            }
            return whole.ToArray();
        }
    }

    private T Read<T>(byte[] answer, Func<byte[], T> read)
    {
        try
        {
            return read(answer);
        }
        catch (FormatException unreadable)
        {
            throw Fault(ExternalFault.Unreadable, unreadable.Message);
        }
        catch (EndpointErrorException error)
        {
            throw Fault(ExternalFault.Failed, $"it says: {error.Message}");
        }
    }

    /// <summary>What an answer that is none says of itself.</summary>
    private ExternalModelException Refused(HttpResponseMessage response, byte[] answer)
    {
        var status = (int)response.StatusCode;
        var (says, code) = EndpointResilience.ErrorIn(answer);
        var words = says is null ? "" : $": {says}";
        var wait = EndpointResilience.RetryAfter(response, clock.GetUtcNow());
        return status switch
        {
            >= 300 and < 400 => Fault(ExternalFault.Refused, $"it answers {status} and sends elsewhere; redirects are not followed, so give the address that answers"),
            401 or 403 => Fault(ExternalFault.Refused, $"it answers {status}{words}; {(key is null ? "no key was sent: name its variable with KeyVariable" : $"is the key in {options.KeyVariable} right?")}"),
            404 => Fault(ExternalFault.Failed, $"it answers 404{words}; is the address right (it usually ends in /v1), and does it know the model '{options.Model}'?"),
            // A spent quota is told with the status of a full minute; waiting does not help there.
            429 when code is "insufficient_quota" or "billing_hard_limit_reached" => Fault(ExternalFault.Refused, $"it answers 429{words}"),
            429 or 503 => Fault(ExternalFault.Busy, $"it answers {status}{words}{(wait is { } time ? $"; it may be asked again in {time.TotalSeconds:0.#} s" : "")}", wait),
            408 or 500 or 502 or 504 => Fault(ExternalFault.Unreachable, $"it answers {status}{words}"),
            _ => Fault(ExternalFault.Failed, $"it answers {status}{words}"),
        };
    }

    private ExternalModelException Unreachable(Exception error)
    {
        var cause = error.GetBaseException();
        // What the network breaks may be whole the next time; what the rules of egress refuse will not.
        return cause is SocketException or IOException or HttpIOException || error is IOException or HttpRequestException { InnerException: null }
            ? Fault(ExternalFault.Unreachable, $"no connection, or it broke: {AnswerBody.Short(cause.Message)}")
            : Fault(ExternalFault.Refused, AnswerBody.Short(cause.Message));
    }

    /// <summary>Some endpoints repeat the key that they refuse; taken out before anything is cut to the length of a message, where half of it might stay.</summary>
    private byte[] WithoutKey(byte[] answer) => key is not null && answer.AsSpan().IndexOf(Encoding.UTF8.GetBytes(key)) >= 0
        ? Encoding.UTF8.GetBytes(Redact(Encoding.UTF8.GetString(answer)))
        : answer;

    private string Redact(string text) => key is null ? text : text.Replace(key, "***", StringComparison.Ordinal);
}
