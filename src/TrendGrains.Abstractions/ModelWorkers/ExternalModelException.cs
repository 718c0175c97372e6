namespace TrendGrains.Abstractions.ModelWorkers;

/// <summary>What went wrong with a model behind an address.</summary>
[GenerateSerializer, Alias("external-fault")]
public enum ExternalFault
{
    /// <summary>Not allowed by the rules of egress, or not set up: a key is missing.</summary>
    Refused,

    /// <summary>No connection, or it broke.</summary>
    Unreachable,

    /// <summary>No answer in time.</summary>
    TooLate,

    /// <summary>The endpoint wants fewer requests, or its quota is spent.</summary>
    Busy,

    /// <summary>The endpoint answered with an error of its own.</summary>
    Failed,

    /// <summary>The endpoint answered with what is no answer: garbage, a web page, a label that was not asked for.</summary>
    Unreadable,

    /// <summary>It failed again and again, and is left alone for a while.</summary>
    LeftAlone,
}

/// <summary>A model behind an address gave no result; the message names model and address, and never the key.</summary>
/// <param name="retryAfter">When the endpoint or the breaker says that trying again is of use.</param>
[GenerateSerializer, Alias("external-model")]
public sealed class ExternalModelException(string model, string address, ExternalFault fault, string reason, TimeSpan? retryAfter = null)
    : Exception($"Model '{model}' at {address}: {reason}")
{
    [Id(0)] public string Model { get; } = model;

    [Id(1)] public string Address { get; } = address;

    [Id(2)] public ExternalFault Fault { get; } = fault;

    [Id(3)] public string Reason { get; } = reason;

    [Id(4)] public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>Whether it is the endpoint's, and so that of whatever else it is asked just now; else this text's or this answer's.</summary>
    public bool IsOfAll => Fault is not (ExternalFault.Failed or ExternalFault.Unreadable);
}
