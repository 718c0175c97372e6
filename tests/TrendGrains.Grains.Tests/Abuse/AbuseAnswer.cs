using System.Net.Sockets;
using System.Text;

namespace TrendGrains.Grains.Tests.Abuse;

/// <summary>One connection on which a request has arrived: whatever is written goes out byte for byte.</summary>
internal sealed class AbuseAnswer(NetworkStream stream, string path, string host, Action<int> sent, CancellationToken stop)
{
    public string Path => path;

    /// <summary>The server's address with a slash at its end.</summary>
    public string Site => $"http://{host}/";

    public CancellationToken Stop => stop;

    public async Task WriteAsync(byte[] bytes)
    {
        await stream.WriteAsync(bytes, stop);
        sent(bytes.Length);
    }

    public Task WriteAsync(string text) => WriteAsync(Encoding.Latin1.GetBytes(text));

    /// <summary>An answer whose head tells the truth about its length.</summary>
    public async Task AnswerAsync(byte[] body, string mediaType = "text/html", string headers = "", string status = "200 OK")
    {
        await WriteAsync($"HTTP/1.1 {status}\r\nConnection: close\r\nContent-Type: {mediaType}\r\nContent-Length: {body.Length}\r\n{headers}\r\n");
        await WriteAsync(body);
    }

    public Task AnswerAsync(string text, string mediaType = "text/html", string headers = "", string status = "200 OK") =>
        AnswerAsync(Encoding.UTF8.GetBytes(text), mediaType, headers, status);

    public Task RedirectAsync(string location, string headers = "") => AnswerAsync("", "text/html", $"Location: {location}\r\n{headers}", "302 Found");

    /// <summary>Until the fetcher hangs up or the test is over.</summary>
    public async Task ForEverAsync(byte[] piece, TimeSpan pause)
    {
        while (true)
        {
            await WriteAsync(piece);
            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, stop);
            }
        }
    }
}
