using System.Security.Cryptography;
using System.Text.Json;
using TrendGrains.Hosting;

namespace TrendGrains.Operating;

/// <summary>Where a running <c>serve</c> listens, and the token that its operator endpoints ask for. Left in a file only its user may read.</summary>
internal sealed record ServeAddress(string Url, string Token, int ProcessId)
{
    private static string FileName => Path.Combine(Checkout.RunFolder, "serve.json");

    /// <summary>A token from TRENDGRAINS_OPERATOR_TOKEN, else 256 random bits.</summary>
    public static string NewToken() =>
        Environment.GetEnvironmentVariable("TRENDGRAINS_OPERATOR_TOKEN") is { Length: > 0 } given
            ? given
            : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public static ServeAddress? Read()
    {
        try
        {
            return JsonSerializer.Deserialize<ServeAddress>(File.ReadAllBytes(FileName), JsonSerializerOptions.Web);
        }
        catch (Exception error) when (error is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Write()
    {
        Directory.CreateDirectory(Checkout.RunFolder);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var temporary = $"{FileName}.{ProcessId}";
        using (var file = new FileStream(temporary, options))
        {
            JsonSerializer.Serialize(file, this, JsonSerializerOptions.Web);
        }

        File.Move(temporary, FileName, overwrite: true);
    }

    /// <summary>Takes the file away if it is still this process' own.</summary>
    public void Remove()
    {
        if (Read()?.ProcessId == ProcessId)
        {
            File.Delete(FileName);
        }
    }
}
