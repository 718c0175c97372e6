using Microsoft.ML.OnnxRuntime.Tensors;

namespace TrendGrains.Inference.Transformers;

/// <summary>What an input of a hub's graph holds.</summary>
internal enum InputRole
{
    Ids,
    Mask,
    Types,
    Positions,
}

internal sealed record GraphInput(string Name, InputRole Role, TensorElementType Type)
{
    /// <summary>The names that exports use.</summary>
    public static InputRole? RoleOf(string name) => name switch
    {
        "input_ids" => InputRole.Ids,
        "attention_mask" => InputRole.Mask,
        "token_type_ids" => InputRole.Types,
        "position_ids" => InputRole.Positions,
        _ => null,
    };
}
