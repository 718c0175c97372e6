using System.Collections;
using System.Reflection;
using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Abstractions.Tests;

/// <summary>
/// Walks every grain interface and holds each type that crosses it against Orleans' serialisation rules
/// (https://learn.microsoft.com/dotnet/orleans/host/configuration-guide/serialization).
/// </summary>
public sealed class SerializableMessageTests
{
    private static readonly HashSet<Type> builtIn =
    [
        typeof(string), typeof(bool), typeof(byte), typeof(int), typeof(long), typeof(float), typeof(double), typeof(decimal),
        typeof(Guid), typeof(DateTime), typeof(DateTimeOffset), typeof(TimeSpan), typeof(Uri), typeof(TickStatus), typeof(CancellationToken),
    ];

    public static TheoryData<string> Interfaces() => [.. GrainInterfaces().Select(i => i.FullName!)];

    [Theory, MemberData(nameof(Interfaces))]
    public void Every_type_that_crosses_a_grain_interface_can_be_serialised(string name)
    {
        var problems = new List<string>();
        foreach (var method in Methods(Named(name)))
        {
            foreach (var type in method.GetParameters().Select(p => p.ParameterType).Append(Result(method.ReturnType)).OfType<Type>())
            {
                Check(type, $"{method.Name}", [], problems);
            }
        }

        Assert.Empty(problems);
    }

    [Theory, MemberData(nameof(Interfaces))]
    public void Every_grain_interface_and_method_has_an_alias_of_its_own(string name)
    {
        var grain = Named(name);
        var aliases = grain.GetMethods().Select(Alias).ToArray();

        Assert.NotNull(grain.GetCustomAttribute<AliasAttribute>());
        Assert.All(aliases, Assert.NotNull);
        Assert.Equal(aliases.Length, aliases.Distinct().Count());
    }

    [Theory, MemberData(nameof(Interfaces))]
    public void Every_grain_method_is_asynchronous(string name) => Assert.All(Methods(Named(name)), method =>
        Assert.True(
            method.ReturnType == typeof(Task) || (method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() is var open
                && (open == typeof(Task<>) || open == typeof(IAsyncEnumerable<>))),
            $"{method.Name} returns {method.ReturnType}"));

    [Fact]
    public void Aliases_of_messages_are_unique()
    {
        var aliases = typeof(SourceDefinition).Assembly.GetTypes()
            .Where(t => !t.IsInterface)
            .Select(Alias)
            .OfType<string>()
            .ToArray();

        Assert.NotEmpty(aliases);
        Assert.Equal(aliases.Length, aliases.Distinct().Count());
    }

    [Fact]
    public void The_walk_refuses_a_type_without_a_serialiser()
    {
        var problems = new List<string>();
        Check(typeof(Unmarked), "probe", [], problems);
        Check(typeof(IReadOnlyList<int>), "probe", [], problems);

        Assert.Equal(2, problems.Count);
    }

    private static IEnumerable<Type> GrainInterfaces() =>
        typeof(SourceDefinition).Assembly.GetTypes().Where(t => t.IsInterface && typeof(IGrain).IsAssignableFrom(t));

    private static Type Named(string name) => GrainInterfaces().Single(i => i.FullName == name);

    private static IEnumerable<MethodInfo> Methods(Type grain) => grain.GetMethods();

    private static string? Alias(MemberInfo member) => (string?)Argument<AliasAttribute>(member);

    /// <summary>The first argument that an attribute was given.</summary>
    private static object? Argument<TAttribute>(MemberInfo member) =>
        member.GetCustomAttributesData().FirstOrDefault(a => a.AttributeType == typeof(TAttribute))?.ConstructorArguments[0].Value;

    private static Type? Result(Type type) => type.IsGenericType ? type.GetGenericArguments()[0] : null;

    private static void Check(Type type, string path, HashSet<Type> seen, List<string> problems)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (builtIn.Contains(type) || !seen.Add(type))
        {
            return;
        }

        if (type.IsArray)
        {
            Check(type.GetElementType()!, $"{path}[]", seen, problems);
        }
        else if (type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) && !type.IsInterface)
        {
            foreach (var argument in type.GetGenericArguments())
            {
                Check(argument, $"{path}<>", seen, problems);
            }
        }
        else if (type.GetCustomAttribute<GenerateSerializerAttribute>() is null)
        {
            problems.Add($"{path}: {type} has no [GenerateSerializer]");
        }
        else if (!type.IsEnum)
        {
            CheckMembers(type, path, seen, problems);
        }
    }

    private static void CheckMembers(Type type, string path, HashSet<Type> seen, List<string> problems)
    {
        var ids = new HashSet<uint>();
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(p => p.CanWrite))
        {
            var id = Argument<IdAttribute>(property);
            if (id is null || !ids.Add((uint)id))
            {
                problems.Add($"{path}.{property.Name}: {(id is null ? "has no [Id]" : $"repeats [Id({id})]")}");
            }

            Check(property.PropertyType, $"{path}.{property.Name}", seen, problems);
        }
    }

    private sealed record Unmarked(int Value);
}
