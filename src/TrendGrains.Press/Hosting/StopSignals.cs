using System.Runtime.InteropServices;

namespace TrendGrains.Press.Hosting;

/// <summary>Ctrl-C and SIGTERM as one cancellation token.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;

    public StopSignals() => registrations = Array.ConvertAll(new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }, signal => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        source.Cancel();
    }));

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        foreach (var registration in registrations)
        {
            registration.Dispose();
        }

        source.Dispose();
    }
}
