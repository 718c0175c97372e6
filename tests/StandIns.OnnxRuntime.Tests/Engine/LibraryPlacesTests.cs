using Microsoft.ML.OnnxRuntime.Native;

namespace StandIns.OnnxRuntime.Tests.Engine;

[Trait("Build", "engine")]
public sealed class LibraryPlacesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("onnx-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_named_file_that_is_missing_is_named_and_nothing_else_is_tried()
    {
        var missing = Path.Combine(folder, "no-such.so");

        NamesThePlaces(missing, Assert.Throws<DllNotFoundException>(() => LibraryPlaces.Load(missing, AppContext.BaseDirectory)));
    }

    [Fact]
    public void A_file_that_is_no_library_is_named()
    {
        var file = Path.Combine(folder, LibraryPlaces.InCheckout);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "not a library");

        NamesThePlaces(file, Assert.Throws<DllNotFoundException>(() => LibraryPlaces.Load(null, Directory.CreateDirectory(Path.Combine(folder, "a", "b")).FullName)));
    }

    [Fact]
    public void With_nothing_named_and_nothing_above_the_system_is_asked()
    {
        // A machine may well have the library installed: then there is nothing to refuse.
        try
        {
            Assert.NotEqual(0, LibraryPlaces.Load(null, folder));
        }
        catch (DllNotFoundException e)
        {
            NamesThePlaces("none of the places", e);
        }
    }

    private static void NamesThePlaces(string reason, DllNotFoundException e) => Assert.All(
        [reason, LibraryPlaces.Variable, LibraryPlaces.InCheckout, LibraryPlaces.OfSystem, "deploy/local/setup"],
        part => Assert.Contains(part, e.Message, StringComparison.Ordinal));
}
