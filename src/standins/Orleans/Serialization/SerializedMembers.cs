using System.Reflection;

namespace Orleans.Serialization;

/// <summary>Which members of a [GenerateSerializer] type travel: those with [Id], and a record's primary constructor parameters.</summary>
internal static class SerializedMembers
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <exception cref="CodecNotFoundException">A base class does not say how it travels.</exception>
    public static IReadOnlyList<CopiedField> Of(Type type)
    {
        var fields = new List<CopiedField>();
        for (var declaring = type; declaring is not null && declaring != typeof(object) && declaring != typeof(ValueType); declaring = declaring.BaseType)
        {
            if (!declaring.IsDefined(typeof(GenerateSerializerAttribute), inherit: false))
            {
                throw new CodecNotFoundException($"Could not find a codec for type {declaring}, the base of {type}: it lacks [GenerateSerializer].");
            }

            fields.AddRange(DeclaredIn(declaring));
        }

        return fields;
    }

    public static IEnumerable<CopiedField> AllFieldsOf(Type type) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Select(field => new CopiedField(field, false));

    private static IEnumerable<CopiedField> DeclaredIn(Type type)
    {
        var parameters = PrimaryConstructorOf(type);
        foreach (var field in type.GetFields(Declared).Where(field => field.IsDefined(typeof(IdAttribute))))
        {
            yield return new(field, field.IsDefined(typeof(ImmutableAttribute)));
        }

        foreach (var property in type.GetProperties(Declared))
        {
            if (property.IsDefined(typeof(IdAttribute)) || parameters.Contains(property.Name))
            {
                var field = BackingFieldOf(property)
                    ?? throw new CodecNotFoundException($"{type}.{property.Name} has an [Id] but is not an automatic property.");
                yield return new(field, property.IsDefined(typeof(ImmutableAttribute)));
            }
        }
    }

    private static HashSet<string> PrimaryConstructorOf(Type type)
    {
        // The compiler gives a record a copy method of this name; a record structure prints its members instead.
        if (type.GetMethod("<Clone>$") is null && type.GetMethod("PrintMembers", Declared) is null)
        {
            return [];
        }

        var primary = type.GetConstructors(Declared).FirstOrDefault(constructor =>
            constructor.GetParameters() is { Length: > 0 } parameters
            && Array.TrueForAll(parameters, parameter => parameter.Name is { } name && type.GetProperty(name, Declared)?.PropertyType == parameter.ParameterType));
        return primary is null ? [] : [.. primary.GetParameters().Select(parameter => parameter.Name!)];
    }

    private static FieldInfo? BackingFieldOf(PropertyInfo property) => property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", Declared);
}
