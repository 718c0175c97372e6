using System.Collections.Frozen;
using System.Text;
using TrendGrains.Inference.Catalog;

namespace TrendGrains.Reading.Signals;

/// <summary>The names by which models know the signals.</summary>
public static class SignalNames
{
    /// <summary>Kebab-case names in the order of <see cref="Signal"/>.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetNames<Signal>().Select(Kebab)];

    private static readonly FrozenDictionary<string, Signal> byName = All.Select((n, i) => (n, (Signal)i)).ToFrozenDictionary(p => p.n, p => p.Item2);

    public static string Of(Signal signal) => All[(int)signal];

    /// <summary>The signals that make a row for a model.</summary>
    /// <exception cref="ModelCatalogException">The model wants one that this version does not know.</exception>
    public static Signal[] For(ModelEntry model) => [.. model.Features.Select(f => byName.TryGetValue(f, out var signal)
        ? signal
        : throw new ModelCatalogException($"Model '{model.Name}' wants the feature '{f}', which is no signal that this version reads."))];

    private static string Kebab(string name)
    {
        var kebab = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && (char.IsAsciiLetterUpper(name[i]) || (char.IsAsciiDigit(name[i]) && !char.IsAsciiLetterUpper(name[i - 1]))))
            {
                kebab.Append('-');
            }
            kebab.Append(char.ToLowerInvariant(name[i]));
        }
        return kebab.ToString();
    }
}
