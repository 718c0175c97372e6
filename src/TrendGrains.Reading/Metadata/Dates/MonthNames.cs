using System.Collections.Frozen;

namespace TrendGrains.Reading.Metadata.Dates;

/// <summary>The months' names and their usual short forms in the languages that most pages are in.</summary>
internal static class MonthNames
{
    private static readonly string[] names =
    [
        "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari tammikuuta tammikuu stycznia styczeń sty ledna leden ocak января январь янв січня ianuarie ian január siječnja јануар ιανουαρίου ιαν يناير ינואר",
        "february feb februar feber février févr fév fevrier febrero febbraio fevereiro fev februari helmikuuta helmikuu lutego luty lut února únor şubat subat февраля февраль фев лютого februarie február veljače фебруар φεβρουαρίου φεβ فبراير פברואר",
        "march mar märz maerz mär mrz mars marzo março marco maart mrt maaliskuuta maaliskuu marca marzec března březen mart марта март мар березня martie március ožujka μαρτίου μαρ مارس מרץ",
        "april apr avril avr abril abr aprile huhtikuuta huhtikuu kwietnia kwiecień kwi dubna duben nisan апреля апрель апр квітня aprilie április travnja април απριλίου απρ أبريل ابريل אפריל",
        "may mai mayo maggio mag maio mei maj toukokuuta toukokuu maja května květen mayıs mayis мая май травня május svibnja мај μαΐου μαϊ مايو מאי",
        "june jun juni juin junio giugno giu junho kesäkuuta kesäkuu czerwca czerwiec cze června červen haziran июня июнь июн червня iunie június lipnja јун ιουνίου ιουν يونيو יוני",
        "july jul juli juillet juil julio luglio lug julho heinäkuuta heinäkuu lipca lipiec lip července červenec temmuz июля июль июл липня iulie július srpnja јул ιουλίου ιουλ يوليو יולי",
        "august aug août aout agosto ago augustus augusti elokuuta elokuu sierpnia sierpień sie srpna srpen ağustos agustos августа август авг серпня augusztus kolovoza αυγούστου αυγ أغسطس اغسطس אוגוסט",
        "september sep sept septembre septiembre settembre set setembro syyskuuta syyskuu września wrzesień wrz září eylül eylul сентября сентябрь сен вересня septembrie szeptember rujna септембар σεπτεμβρίου σεπ سبتمبر ספטמבר",
        "october oct oktober okt octobre octubre ottobre ott outubro out lokakuuta lokakuu października październik paź října říjen ekim октября октябрь окт жовтня octombrie október октобар οκτωβρίου οκτ أكتوبر اكتوبر אוקטובר",
        "november nov novembre noviembre novembro marraskuuta marraskuu listopada listopad lis listopadu kasım kasim ноября ноябрь ноя листопада noiembrie noi studenoga новембар νοεμβρίου νοε نوفمبر נובמבר",
        "december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro joulukuuta joulukuu grudnia grudzień gru prosince prosinec aralık aralik декабря декабрь дек грудня decembrie prosinca децембар δεκεμβρίου δεκ ديسمبر דצמבר desember des",
    ];

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> byName = Build();

    /// <summary>1…12, or 0 for what is no month's name. Case and a dot at the end do not matter.</summary>
    public static int Find(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[16];
        word = word.TrimEnd('.');
        return word.Length is >= 3 and <= 16 && word.ToLowerInvariant(lower) is var length and > 0 && byName.TryGetValue(lower[..length], out var month) ? month : 0;
    }

    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Build()
    {
        var table = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var month = 1; month <= names.Length; month++)
        {
            foreach (var name in names[month - 1].Split(' '))
            {
                table.TryAdd(name, month);
            }
        }
        return table.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
