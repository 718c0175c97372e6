using System.Numerics.Tensors;

namespace TrendGrains.Inference.Transformers;

/// <summary>Probabilities of the numbers that a graph gives for labels.</summary>
internal static class LabelScores
{
    /// <param name="problemType">As config.json has it; null is one label of several, or yes and no where there is one.</param>
    public static float[] OfLogits(ReadOnlySpan<float> logits, string? problemType)
    {
        var scores = new float[logits.Length];
        switch (problemType)
        {
            case "regression":
                logits.CopyTo(scores);
                break;
            case "multi_label_classification":
            case var _ when logits.Length == 1:
                TensorPrimitives.Sigmoid(logits, scores);
                break;
            default:
                TensorPrimitives.SoftMax(logits, scores);
                break;
        }
        return scores;
    }

    /// <summary>How likely each label is, from the numbers for "the text entails that it is this".</summary>
    /// <param name="against">Those for "it contradicts that", for labels that are judged alone.</param>
    public static float[] OfEntailment(ReadOnlySpan<float> entailment, ReadOnlySpan<float> against, bool alone)
    {
        var scores = new float[entailment.Length];
        if (!alone || against.IsEmpty)
        {
            TensorPrimitives.SoftMax(entailment, scores);
            return scores;
        }
        TensorPrimitives.Subtract(entailment, against, scores);
        TensorPrimitives.Sigmoid(scores, scores);
        return scores;
    }
}
