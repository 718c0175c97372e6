using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Orleans.Runtime;

/// <summary>Which assemblies of the application can hold grains: those that reference this one, loaded or not.</summary>
internal static class ApplicationParts
{
    private static readonly Assembly s_own = typeof(ApplicationParts).Assembly;

    public static IEnumerable<Type> FindGrainClasses() =>
        Assemblies().SelectMany(assembly => assembly.GetTypes()).Where(IsGrainClass).OrderBy(type => type.FullName, StringComparer.Ordinal);

    private static bool IsGrainClass(Type type) =>
        type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }
        && typeof(IGrainBase).IsAssignableFrom(type)
        && Array.Exists(type.GetInterfaces(), GrainInterface.IsGrainInterface);

    private static HashSet<Assembly> Assemblies()
    {
        var found = new HashSet<Assembly> { s_own };
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
        {
            if (!assembly.IsDynamic && Array.Exists(assembly.GetReferencedAssemblies(), IsOwn))
            {
                found.Add(assembly);
            }
        }

        // The compiler drops references to assemblies whose types the executable never names, so the files are asked too.
        foreach (var file in FilesOfApplication())
        {
            found.Add(Assembly.Load(AssemblyName.GetAssemblyName(file)));
        }

        return found;
    }

    private static IEnumerable<string> FilesOfApplication()
    {
        var trusted = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "";
        return trusted.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(file => file.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal) && ReferencesOwn(file));
    }

    private static bool ReferencesOwn(string file)
    {
        using var stream = File.OpenRead(file);
        using var image = new PEReader(stream);
        if (!image.HasMetadata)
        {
            return false;
        }

        var metadata = image.GetMetadataReader();
        return metadata.AssemblyReferences.Any(handle => metadata.StringComparer.Equals(metadata.GetAssemblyReference(handle).Name, s_own.GetName().Name!));
    }

    private static bool IsOwn(AssemblyName name) => name.Name == s_own.GetName().Name;
}
