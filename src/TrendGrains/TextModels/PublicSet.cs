using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TrendGrains.Inference.Evaluation;

namespace TrendGrains.TextModels;

/// <summary>A public set that a text model is measured on, and the part of it that the model for measurements never saw.</summary>
/// <param name="File">Below the data folder.</param>
/// <param name="HeldOut">Whether a row is kept apart; models/train keeps the same rows apart.</param>
/// <param name="IsOpen">Whether its rows may be quoted.</param>
internal sealed record PublicSet(
    string Name, string License, string File, string TextField, string LabelField, LabelReading Reading, Func<LabelledText, bool> HeldOut, bool IsOpen)
{
    // From this row on YNAT's titles were picked otherwise and are far easier: nothing is measured on them.
    private const int EasyYnat = 36_500;

    public static IReadOnlyList<PublicSet> Of(string task) => task == "topic" ? topics : tones;

    private static readonly PublicSet[] topics =
    [
        new("YNAT titles", "CC BY-SA 4.0", "ynat/train/ynat-v1_train.jsonl.gz", "title", "label", LabelReadings.Ynat, r => int.Parse(r.Id[^5..], CultureInfo.InvariantCulture) < EasyYnat && Part(r.Id) == 2, true),
        new("SIB-200 Korean", "Apache-2.0", "sib200/kor_Hang_train.jsonl.gz", "text", "category", LabelReadings.Sib200, IsFifth, true),
        new("SIB-200 English", "Apache-2.0", "sib200/eng_Latn_train.jsonl.gz", "text", "category", LabelReadings.Sib200, IsFifth, true),
        new("AG News", "non-commercial: measured on only", "ag_news/ag_news_train_subset.jsonl.gz", "text", "label", LabelReadings.AgNews, _ => true, false),
        new("BBC 2004-05, whole articles", "non-commercial: measured on only", "bbc_news_summary/bbc_train.jsonl.gz", "text", "category", LabelReadings.Bbc, _ => true, false),
    ];

    private static readonly PublicSet[] tones =
    [
        new("NSMC reviews", "CC0", "nsmc/nsmc_raw_sample_train.jsonl.gz", "document", "label", LabelReadings.Nsmc, r => Part(r.Id) == 0, true),
        new("Financial PhraseBank, English", "non-commercial: measured on only", "finance_sentiment/finance_sentiment_train.jsonl.gz", "sentence_en", "label", LabelReadings.Tones, _ => true, false),
        new("Financial PhraseBank, Korean", "non-commercial: measured on only", "finance_sentiment/finance_sentiment_train.jsonl.gz", "sentence_ko", "label", LabelReadings.Tones, _ => true, false),
    ];

    private static bool IsFifth(LabelledText row) => int.Parse(row.Id, CultureInfo.InvariantCulture) % 5 == 0;

    /// <summary>The first four bytes of the SHA-256 of the row's id, modulo 10.</summary>
    private static int Part(string id) => (int)(BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(id))) % 10);
}
