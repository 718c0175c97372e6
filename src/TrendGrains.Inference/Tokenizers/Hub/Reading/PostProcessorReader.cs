using System.Text.Json;
using TrendGrains.Inference.Tokenizers.Hub.PostProcessors;

namespace TrendGrains.Inference.Tokenizers.Hub.Reading;

internal static class PostProcessorReader
{
    public static PostProcessor Read(JsonElement part) => part.TypeOf() switch
    {
        "BertProcessing" => new EndTokens(Id(part, "cls"), Id(part, "sep"), isRoberta: false, null),
        "RobertaProcessing" => new EndTokens(
            Id(part, "cls"), Id(part, "sep"), isRoberta: true, (part.Flag("trim_offsets") ?? true, part.Flag("add_prefix_space") ?? true)),
        "ByteLevel" => new ByteLevelTrim(part.Flag("trim_offsets") ?? true, part.Flag("add_prefix_space") ?? true),
        "TemplateProcessing" => Template(part),
        "Sequence" => new PostProcessorSequence([.. part.List("processors").Select(Read)]),
        var other => throw new TokenizerFormatException($"the post-processor '{other}' is not known."),
    };

    /// <summary>A token with its id: <c>["[SEP]", 102]</c>.</summary>
    private static int Id(JsonElement part, string name) =>
        part.Demand(name) is { ValueKind: JsonValueKind.Array } pair && pair.GetArrayLength() == 2
            ? pair[1].DemandId(name)
            : throw new TokenizerFormatException($"'{name}' is not a token with its id.");

    private static Template Template(JsonElement part)
    {
        var specials = part.Part("special_tokens") is { ValueKind: JsonValueKind.Object } listed
            ? listed.EnumerateObject().ToDictionary(t => t.Name, t => t.Value.List("ids").Select(id => id.DemandId(t.Name)).ToArray())
            : [];
        return new Template(
            [.. part.List("single").Select(p => Part(p, specials))],
            [.. part.List("pair").Select(p => Part(p, specials))]);
    }

    private static TemplatePart Part(JsonElement piece, Dictionary<string, int[]> specials)
    {
        if (piece.Part("Sequence") is { } sequence)
        {
            return new TemplatePart(sequence.Text("id") == "B" ? 1 : 0, [], sequence.Number("type_id") ?? 0);
        }
        var special = piece.Demand("SpecialToken");
        var id = special.Text("id") ?? "";
        return new TemplatePart(
            null,
            specials.TryGetValue(id, out var ids) ? ids : throw new TokenizerFormatException($"the template names '{id}', which its special tokens lack."),
            special.Number("type_id") ?? 0);
    }
}
