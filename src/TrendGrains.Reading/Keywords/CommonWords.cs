using TrendGrains.Reading.Language;
using TrendGrains.Text.Counting;

namespace TrendGrains.Reading.Keywords;

/// <summary>How rare a word is in text in general, in bits: by the counted passages of English and Korean, else by the profile of the language.</summary>
internal sealed class CommonWords
{
    /// <summary>Of a word that was never met.</summary>
    public const double Rarest = 16;

    private const double LeastShare = 1.0 / 65536;

    private readonly ScriptProfiles? profiles;
    private readonly int language;

    private CommonWords(ScriptProfiles? profiles, int language) => (this.profiles, this.language) = (profiles, language);

    public static CommonWords Of(string language)
    {
        if (language is not ("en" or "ko" or LanguageDetector.Unknown))
        {
            foreach (var profiles in ProfileFile.All)
            {
                if (Array.IndexOf(profiles.Languages, language) is var at and >= 0)
                {
                    return new CommonWords(profiles, at);
                }
            }
        }

        return new CommonWords(null, 0);
    }

    /// <summary>0 for a word of every passage, <see cref="Rarest"/> for one that was never met.</summary>
    public double Bits(Term term, ReadOnlySpan<char> surface)
    {
        var share = (double)BackgroundFrequencies.Share(term.Key);
        if (profiles is not null)
        {
            share = Math.Max(share / 4, profiles.WordShare(language, surface));
        }

        return -StableMath.Log2(share + LeastShare);
    }
}
