using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime.Native;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>How one run is to go; here always with the defaults.</summary>
public class RunOptions : SafeHandle
{
    public RunOptions()
        : base(0, ownsHandle: true) => SetHandle(Api.Instance.Create(Slot.CreateRunOptions));

    public override bool IsInvalid => handle == 0;

    internal nint Handle
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsClosed, this);
            return handle;
        }
    }

    protected override bool ReleaseHandle()
    {
        Api.Instance.Release(Slot.ReleaseRunOptions, handle);
        return true;
    }
}
