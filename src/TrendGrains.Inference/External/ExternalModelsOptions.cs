using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace TrendGrains.Inference.External;

/// <summary>The models behind addresses, by the name that callers use.</summary>
public sealed class ExternalModelsOptions
{
    public const string Section = "ExternalModels";

    public Dictionary<string, ExternalModelOptions> Models { get; } = new(StringComparer.Ordinal);
}

/// <summary>Stops a host at its start when a model is set up wrongly; says which, and why.</summary>
internal sealed class ExternalModelsCheck : IValidateOptions<ExternalModelsOptions>
{
    /// <summary>RFC 1918.</summary>
    private static readonly IPNetwork[] privateNetworks = [IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16")];

    public ValidateOptionsResult Validate(string? name, ExternalModelsOptions options)
    {
        var wrong = options.Models.SelectMany(m => WhyWrong(m.Value).Select(why => $"{ExternalModelsOptions.Section}:{m.Key}: {why}")).ToArray();
        return wrong.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> WhyWrong(ExternalModelOptions model)
    {
        var broken = new List<ValidationResult>();
        if (!Validator.TryValidateObject(model, new ValidationContext(model), broken, validateAllProperties: true))
        {
            return broken.Select(b => b.ErrorMessage ?? "a value is out of range");
        }
        return new[] { WrongAddress(model), WrongTask(model), WrongPrompt(model), WrongExtra(model) }.OfType<string>();
    }

    private static string? WrongAddress(ExternalModelOptions model)
    {
        if (!Uri.TryCreate(model.Address, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.IdnHost.Length == 0)
        {
            return "the address is no http or https URL";
        }
        if (address.UserInfo.Length > 0)
        {
            return "the address carries a user name or password; name an environment variable with KeyVariable instead";
        }
        return address.Scheme == Uri.UriSchemeHttp && model.KeyVariable is not null && !(model.AllowPrivate && IsOwn(address))
            ? "a key is sent over https only, unless AllowPrivate is set and the host is localhost or a loopback or private IP address"
            : null;
    }

    /// <summary>Whether nothing in between can read what is sent. Any other name may lead anywhere by the time that it is resolved.</summary>
    private static bool IsOwn(Uri address)
    {
        if (!IPAddress.TryParse(address.IdnHost, out var ip))
        {
            return address.IdnHost.Equals("localhost", StringComparison.OrdinalIgnoreCase);
        }
        ip = ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip;
        return IPAddress.IsLoopback(ip) || ip.IsIPv6UniqueLocal || privateNetworks.Any(n => n.Contains(ip));
    }

    private static string? WrongTask(ExternalModelOptions model)
    {
        if (model.Task == ExternalTask.Embedding)
        {
            return model.Dimension > 0 ? null : "text-embedding needs Dimension, the numbers of one vector";
        }
        if (ExternalTask.Find(model.Task) is null)
        {
            return $"the task '{model.Task}' is unknown; there are: {string.Join(", ", ExternalTask.Names)}";
        }
        return model.Labels.Length is 1 || model.Labels.Any(string.IsNullOrWhiteSpace) || model.Labels.Distinct(StringComparer.OrdinalIgnoreCase).Count() != model.Labels.Length
            ? "Labels are two or more, each once"
            : null;
    }

    private static string? WrongPrompt(ExternalModelOptions model) =>
        model.Prompt is { } prompt && !prompt.Contains(ExternalPrompt.TextPlace, StringComparison.Ordinal) ? $"Prompt has no {ExternalPrompt.TextPlace}" : null;

    private static string? WrongExtra(ExternalModelOptions model)
    {
        if (model.Extra is null)
        {
            return null;
        }
        try
        {
            using var extra = JsonDocument.Parse(model.Extra);
            return extra.RootElement.ValueKind == JsonValueKind.Object ? null : "Extra is no JSON object";
        }
        catch (JsonException)
        {
            return "Extra is no JSON object";
        }
    }
}
