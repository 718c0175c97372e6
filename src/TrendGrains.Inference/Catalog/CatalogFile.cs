using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TrendGrains.Inference.Catalog;

/// <summary>A catalog as a file that is changed: members that this version does not know stay as they are, and a reader never sees half of it.</summary>
internal static class CatalogFile
{
    private static readonly JsonSerializerOptions options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(5);

    /// <summary>What the catalog says of one version; null where it does not list it.</summary>
    /// <exception cref="ModelCatalogException">The catalog cannot be read.</exception>
    public static JsonObject? Find(string folder, string name, string version) =>
        Models(Read(folder)).OfType<JsonObject>().FirstOrDefault(m => Is(m, name, version))?.DeepClone().AsObject();

    /// <summary>Holds a folder's catalog until disposed of: two commands at one time would each write without the other's model.</summary>
    /// <exception cref="IOException">It stays held by another.</exception>
    public static async Task<IAsyncDisposable> HoldAsync(string folder, TimeProvider clock, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var began = clock.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(folder, $"{ModelCatalog.FileName}.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (clock.GetElapsedTime(began) < patience)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Adds an entry, or puts it in the place of the one of the same name and version. A folder that others may write to is to be held.</summary>
    /// <exception cref="ModelCatalogException">The catalog cannot be read or written.</exception>
    public static void Put(string folder, JsonObject entry)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var catalog = Read(folder);
            var models = Models(catalog);
            var (name, version) = ((string)entry["name"]!, (string)entry["version"]!);
            if (models.OfType<JsonObject>().FirstOrDefault(m => Is(m, name, version)) is { } known)
            {
                models[models.IndexOf(known)] = entry;
            }
            else
            {
                models.Add(entry);
            }
            var path = Path.Combine(folder, ModelCatalog.FileName);
            File.WriteAllText($"{path}.new", $"{catalog.ToJsonString(options)}\n");
            File.Move($"{path}.new", path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ModelCatalogException($"{Path.Combine(folder, ModelCatalog.FileName)} cannot be written: {error.Message}", error);
        }
    }

    private static JsonObject Read(string folder)
    {
        var path = Path.Combine(folder, ModelCatalog.FileName);
        try
        {
            return !File.Exists(path) ? new JsonObject { ["models"] = new JsonArray() }
                : JsonNode.Parse(File.ReadAllText(path)) is JsonObject { } catalog && catalog["models"] is JsonArray ? catalog
                : throw new ModelCatalogException($"{path} has no list 'models'.");
        }
        catch (JsonException e)
        {
            throw new ModelCatalogException($"{path} cannot be read: {e.Message}", e);
        }
    }

    private static JsonArray Models(JsonObject catalog) => catalog["models"]!.AsArray();

    private static bool Is(JsonObject model, string name, string version) =>
        model["name"] is JsonValue n && n.TryGetValue<string>(out var itsName) && itsName == name
        && model["version"] is JsonValue v && v.TryGetValue<string>(out var itsVersion) && itsVersion == version;
}
