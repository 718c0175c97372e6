using System.Runtime.InteropServices;
using System.Text;
using Microsoft.ML.OnnxRuntime.Native;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>How a session is to run. A session copies them: they may be disposed once it stands.</summary>
public class SessionOptions : SafeHandle
{
    private int intraOpNumThreads;
    private int interOpNumThreads;
    private GraphOptimizationLevel graphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL;
    private OrtLoggingLevel logSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING;

    public SessionOptions()
        : base(0, ownsHandle: true) => SetHandle(Api.Instance.Create(Slot.CreateSessionOptions));

    public override bool IsInvalid => handle == 0;

    internal nint Handle
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsClosed, this);
            return handle;
        }
    }

    /// <summary>Threads inside one operator; 0 lets the runtime choose.</summary>
    public int IntraOpNumThreads
    {
        get => intraOpNumThreads;
        set
        {
            Api.Instance.Set(Slot.SetIntraOpNumThreads, Handle, value);
            intraOpNumThreads = value;
        }
    }

    /// <summary>Threads across operators; ignored by the sequential mode, which is the only one here.</summary>
    public int InterOpNumThreads
    {
        get => interOpNumThreads;
        set
        {
            Api.Instance.Set(Slot.SetInterOpNumThreads, Handle, value);
            interOpNumThreads = value;
        }
    }

    public GraphOptimizationLevel GraphOptimizationLevel
    {
        get => graphOptimizationLevel;
        set
        {
            Api.Instance.Set(Slot.SetSessionGraphOptimizationLevel, Handle, (int)value);
            graphOptimizationLevel = value;
        }
    }

    public OrtLoggingLevel LogSeverityLevel
    {
        get => logSeverityLevel;
        set
        {
            Api.Instance.Set(Slot.SetSessionLogSeverityLevel, Handle, (int)value);
            logSeverityLevel = value;
        }
    }

    /// <summary>Sets one entry of onnxruntime_session_options_config_keys.h.</summary>
    public unsafe void AddSessionConfigEntry(string configKey, string configValue)
    {
        var api = Api.Instance;
        fixed (byte* key = Encoding.UTF8.GetBytes(configKey + '\0'), value = Encoding.UTF8.GetBytes(configValue + '\0'))
        {
            api.Check(((delegate* unmanaged[Cdecl]<nint, byte*, byte*, nint>)api[Slot.AddSessionConfigEntry])(Handle, key, value));
        }
    }

    protected override bool ReleaseHandle()
    {
        Api.Instance.Release(Slot.ReleaseSessionOptions, handle);
        return true;
    }
}
