using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using TrendGrains.Inference.Embedding;

namespace TrendGrains.Inference.Adding;

/// <summary>What a folder exported from a model hub holds, and what that makes it in the catalog.</summary>
internal static class HubExport
{
    /// <summary>Smaller ones first: a processor runs them faster and their loss is small.</summary>
    private static readonly string[] weights =
    [
        "model.onnx", "onnx/model.onnx", "model_quantized.onnx", "onnx/model_quantized.onnx", "onnx/model_int8.onnx", "onnx/model_uint8.onnx", "onnx/model_fp16.onnx",
    ];

    private static readonly string[] besides = ["tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "config.json"];

    /// <summary>Where each file of the model lies, by the name it gets.</summary>
    /// <exception cref="ModelRefusedException">There is no model in it.</exception>
    public static IReadOnlyDictionary<string, string> Files(ModelToAdd model)
    {
        if (!Directory.Exists(model.Folder))
        {
            throw new ModelRefusedException($"Model '{model.Name}': there is no folder {model.Folder}.");
        }
        var onnx = weights.Select(w => Path.Combine(model.Folder, w)).FirstOrDefault(File.Exists) ?? OnlyOne(model.Folder)
            ?? throw new ModelRefusedException($"Model '{model.Name}': {model.Folder} holds none of {string.Join(", ", weights)}, and no other .onnx file alone.");
        var files = new Dictionary<string, string>(StringComparer.Ordinal) { ["model.onnx"] = onnx };
        foreach (var name in besides.Where(n => File.Exists(Path.Combine(model.Folder, n))))
        {
            files[name] = Path.Combine(model.Folder, name);
        }
        // Weights beyond two gigabytes lie beside the graph, which names the file.
        foreach (var part in Directory.EnumerateFiles(Path.GetDirectoryName(onnx)!, $"{Path.GetFileName(onnx)}_data*").Concat(Directory.EnumerateFiles(Path.GetDirectoryName(onnx)!, $"{Path.GetFileName(onnx)}.data*")))
        {
            files[Path.GetFileName(part)] = part;
        }
        return files;
    }

    /// <summary>The members of its catalog entry beside name, version, folder and files.</summary>
    /// <param name="like">The catalog's words for the model that it is like; null for a hub's own.</param>
    /// <exception cref="ModelRefusedException">A file that it needs is missing or says too little.</exception>
    public static JsonObject Describe(ModelToAdd model, IReadOnlyDictionary<string, string> files, JsonObject? like)
    {
        var entry = new JsonObject { ["task"] = model.Task };
        if (like is not null)
        {
            foreach (var member in new[] { "tokenizer", "dimension", "features", "labels", "thresholds", "typical", "marked", "transformer" })
            {
                entry[member] = like[member]?.DeepClone();
            }
        }
        else
        {
            Transformer(model, files, entry);
        }
        if (model.Labels.Count > 0)
        {
            entry["labels"] = new JsonArray([.. model.Labels.Select(l => (JsonNode)l)]);
        }
        foreach (var empty in entry.Where(m => m.Value is null).Select(m => m.Key).ToArray())
        {
            entry.Remove(empty);
        }
        entry["license"] = model.License;
        entry["source"] = $"added from {Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(model.Folder)))}";
        return entry;
    }

    private static string? OnlyOne(string folder) => Directory.GetFiles(folder, "*.onnx") is [var only] ? only : null;

    private static void Transformer(ModelToAdd model, IReadOnlyDictionary<string, string> files, JsonObject entry)
    {
        foreach (var needed in new[] { "tokenizer.json", "config.json" })
        {
            if (!files.ContainsKey(needed))
            {
                throw new ModelRefusedException($"Model '{model.Name}': {Path.Combine(model.Folder, needed)} is missing; a model without a tokenizer of its own is added --like a listed one.");
            }
        }
        var config = Object(model, files["config.json"]);
        var settings = new JsonObject { ["kind"] = Kind(model), ["maxTokens"] = MaxTokens(model, files, config) };
        if (model.Task == TextEmbedder.Task)
        {
            settings["pooling"] = model.Pooling ?? Pooling(model) ?? "mean";
            entry["dimension"] = Number(config, "hidden_size") ?? Number(config, "d_model") ?? Number(config, "n_embd")
                ?? throw new ModelRefusedException($"Model '{model.Name}': {files["config.json"]} has no hidden_size.");
        }
        else if (model.Hypothesis is not null)
        {
            settings["hypothesis"] = model.Hypothesis;
            entry["labels"] = model.Labels.Count > 0 ? null : throw new ModelRefusedException($"Model '{model.Name}': a hypothesis needs --labels to put into it.");
        }
        else
        {
            entry["labels"] = Labels(config) ?? (model.Labels.Count > 0 ? null : throw new ModelRefusedException($"Model '{model.Name}': {files["config.json"]} has no id2label; give --labels in the order of its scores."));
        }
        if (model.Prefix is not null)
        {
            settings["prefix"] = model.Prefix;
        }
        entry["transformer"] = settings;
    }

    private static string Kind(ModelToAdd model) => model.Task == TextEmbedder.Task ? "embedding" : model.Hypothesis is not null ? "zero-shot" : "classification";

    /// <summary>What the tokenizer says, as far as the model has places for it; some tokenizers say a number beyond all use.</summary>
    private static int MaxTokens(ModelToAdd model, IReadOnlyDictionary<string, string> files, JsonObject config)
    {
        var places = Number(config, "max_position_embeddings") ?? Number(config, "n_positions") ?? 512;
        // RoBERTa's kin keep two places for padding: 514 of which 512 are text's.
        var usable = BitOperations.IsPow2(places - 2) ? places - 2 : places;
        var said = files.TryGetValue("tokenizer_config.json", out var path) ? Number(Object(model, path), "model_max_length") : null;
        var trained = Beside(model, "sentence_bert_config.json") is { } sentences ? Number(sentences, "max_seq_length") : null;
        return new[] { usable, said ?? usable, trained ?? usable }.Min();
    }

    /// <summary>As the library for sentence embeddings writes it.</summary>
    private static string? Pooling(ModelToAdd model)
    {
        var pooling = Beside(model, Path.Combine("1_Pooling", "config.json"));
        bool Is(string mode) => pooling?[$"pooling_mode_{mode}"] is JsonValue value && value.TryGetValue<bool>(out var on) && on;
        return Is("cls_token") ? "cls" : Is("lasttoken") ? "last" : Is("mean_tokens") ? "mean" : null;
    }

    private static JsonObject? Beside(ModelToAdd model, string file) => Path.Combine(model.Folder, file) is var path && File.Exists(path) ? Object(model, path) : null;

    private static JsonArray? Labels(JsonObject config)
    {
        if (config["id2label"] is not JsonObject named || named.Count == 0)
        {
            return null;
        }
        var ordered = Enumerable.Range(0, named.Count).Select(i => named[$"{i}"] is JsonValue v && v.TryGetValue<string>(out var label) ? label : null).ToArray();
        return ordered.Contains(null) ? null : new JsonArray([.. ordered.Select(l => (JsonNode)l!)]);
    }

    private static JsonObject Object(ModelToAdd model, string path)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(path)) as JsonObject ?? throw new ModelRefusedException($"Model '{model.Name}': {path} is no JSON object.");
        }
        catch (JsonException error)
        {
            throw new ModelRefusedException($"Model '{model.Name}': {path} cannot be read: {error.Message}", error);
        }
    }

    private static int? Number(JsonObject json, string name) =>
        json[name] is JsonValue value && value.TryGetValue<double>(out var number) && number is > 0 and < 1e9 ? (int)number : null;
}
