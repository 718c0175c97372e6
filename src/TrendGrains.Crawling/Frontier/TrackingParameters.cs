using System.Collections.Frozen;

namespace TrendGrains.Crawling.Frontier;

/// <summary>Query parameters that say where a reader came from and never what is shown: two URLs that differ in them are one page.</summary>
internal static class TrackingParameters
{
    private static readonly string[] prefixes = ["utm_", "mtm_", "matomo_", "pk_", "piwik_", "hsa_", "oly_", "vero_", "wt.", "at_custom"];

    private static readonly FrozenSet<string> names = new[]
    {
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid", "twclid", "ttclid", "li_fat_id", "igshid", "igsh",
        "epik", "scid", "rdt_cid", "mc_cid", "mc_eid", "_hsenc", "_hsmi", "__hstc", "__hssc", "__hsfp", "hsctatracking", "mkt_tok",
        "s_cid", "s_kwcid", "ef_id", "_ga", "_gl", "_ke", "_openstat", "fb_action_ids", "fb_action_types", "fb_source", "ncid", "cmpid", "nr_email_referer",
        "n_media", "n_query", "n_rank", "n_ad_group", "n_ad", "n_keyword_id", "n_keyword", "n_campaign_type", "napm", "nv_ad",
        "dicbo", "obclid", "tblci", "srsltid", "wickedid", "sms_ss", "xtor", "spm_id_from", "guccounter", "guce_referrer", "guce_referrer_sig",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Contains(ReadOnlySpan<char> name)
    {
        foreach (var prefix in prefixes)
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
    }
}
