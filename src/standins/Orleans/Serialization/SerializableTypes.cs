namespace Orleans.Serialization;

/// <summary>Says before the first call whether a type can be sent, with all that it is declared to hold.</summary>
internal static class SerializableTypes
{
    /// <exception cref="CodecNotFoundException">It, or a part of it, cannot.</exception>
    public static void Check(Type type) => Check(type, []);

    private static void Check(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type))
        {
            return;
        }

        var copier = Copier.For(type);
        if (copier.Refusal is { } refusal)
        {
            throw new CodecNotFoundException(refusal);
        }

        if (copier.IsOfShallowType)
        {
            return;
        }

        foreach (var part in PartsOf(type))
        {
            Check(part, seen);
        }
    }

    private static IEnumerable<Type> PartsOf(Type type)
    {
        if (type.IsArray)
        {
            return [type.GetElementType()!];
        }

        if (type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false))
        {
            return type.IsDefined(typeof(ImmutableAttribute), inherit: false)
                ? []
                : SerializedMembers.Of(type).Where(member => !member.IsImmutable).Select(member => member.Field.FieldType);
        }

        return type.IsGenericType ? type.GetGenericArguments() : [];
    }
}
