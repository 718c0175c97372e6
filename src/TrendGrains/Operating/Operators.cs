namespace TrendGrains.Operating;

/// <summary>Finds who does the operator's work.</summary>
internal static class Operators
{
    /// <summary>A running <c>serve</c> of this checkout, else a silo in this process.</summary>
    public static async Task<IOperator> OpenAsync(CancellationToken cancellationToken) =>
        ServeAddress.Read() is { } serve && await HttpOperator.TryConnectAsync(serve, cancellationToken) is { } running
            ? running
            : await LocalOperator.StartAsync(cancellationToken);
}
