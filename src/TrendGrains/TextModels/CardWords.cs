namespace TrendGrains.TextModels;

/// <summary>What a card says in words; its figures are measured.</summary>
/// <param name="Chosen">Which sets guided choices, though none of their rows was learned from.</param>
internal sealed record CardWords(string What, string Command, string Split, string Chosen, IReadOnlyList<Goal> Goals, string Reading, IReadOnlyList<string> Limits)
{
    public static CardWords Of(string task) => task == "topic" ? topic : tone;

    private static readonly CardWords topic = new(
        "What a text is about: nine topics, in Korean and English, of headlines, paragraphs and whole articles.",
        "/usr/bin/python3 models/train/topic.py --data ../shared/data --more FOLDER",
        """
        Kept apart: of YNAT a tenth of the rows before row 36,500 (SHA-256 of the guid, first four bytes modulo 10, is 2), and every
        other row that shares three words running with one of them, or has its letters and digits, is dropped from learning; of SIB-200 the rows whose index is a multiple of five, in both languages.

        YNAT carries no dates, so no split by time can be made. Its rows are not of one kind either: from about row 36,500 on they are far easier (ten-fold naive Bayes 0.92 there, 0.80 before) and have
        few of 사회, so they are learned from and never measured on. The naive Bayes whose macro-F1 is 0.771 on the official dev set had 0.79 on such a split with two thirds of the rows here: expect the official figure
        some 0.02 to 0.04 below the one here.
        """,
        "AG News was looked at while the lists of English words and the sets to learn from were chosen (0.69 before, 0.73 after): its figure is kind, though no row of it was learned from. SIB-200 was looked at, by five folds, when it got "
        + "a table of its own: its figures are not untouched either. Families were compared on other rows of YNAT than those measured here.",
        [
            new("YNAT titles", "macro-F1", 0.80, "the official dev set, which is not at hand"), new("SIB-200 Korean", "accuracy", 0.70, "the test set"), new("SIB-200 English", "accuracy", 0.70, "the test set"),
            new("AG News", "accuracy", 0.70, "without its training set"),
        ],
        """
        A set's labels are mapped onto the nine topics in `LabelReadings.cs`: SIB-200's travel and health are both culture-life and its geography is world; AG News's World is world, politics and society; YNAT's 생활문화 is culture-life
        and entertainment. "Accuracy" picks the likeliest among the topics that the set has; "any label allowed" counts a topic that the set has nothing like as wrong.
        """,
        [
            "The English part learned from few labelled headlines (894 that we read and labelled, HuffPost's sections, SIB-200), our own lists of words and a first model's surest labels: English is weaker than Korean.",
            "Society against politics, world and culture-life is the weakest border; foreign politics is world in headlines, politics in SIB-200.",
            "Korean entertainment was told from culture-life by our own list of words: a star without such a word is culture-life.",
            "\"other\" was learned from listicles and adverts written from templates; a post about nobody's news may still be given a topic.",
            "It knows spelling and words, not grammar; names newer than its texts (2016-2020 in Korean, mostly 2004-2018 in English) say nothing to it.",
            "Only Korean and English were learned and measured.",
        ]);

    private static readonly CardWords tone = new(
        "How a text sounds: negative, neutral or positive; its value is positive minus negative, -1 to 1.",
        "/usr/bin/python3 models/train/tone.py --data ../shared/data --more FOLDER",
        "Kept apart: of NSMC the reviews whose id's SHA-256 (first four bytes, modulo 10) is 0, and every other review with the same letters and digits is dropped from learning.",
        "No row of the finance sets was learned from, but their figures were looked at while it was decided how reviews and headlines share the work (headlines learned together with reviews had up to 0.1 more macro-F1 there and cost reviews 0.01): "
        + "they are not untouched. Families were compared on other reviews than those measured here.",
        [new("NSMC reviews", "accuracy", 0.865, "reviews neither learned from nor tuned on")],
        """
        NSMC has two classes: a review is what it leans to, and "any label allowed" counts a review called neutral as wrong. Neutral was learned from headlines in which none of our telling words stands (models/train/tone_words.py), against
        headlines where all of them lean one way, and against reviews; its scale was set on headlines kept apart. Which way an n-gram leans is for reviews to say where five of them have it, for headlines and VADER's words elsewhere.
        """,
        [
            "Film reviews are the only texts with labels that people gave; headlines, English above all, were labelled by lists of words: a headline's tone is mostly that of its words.",
            "\"Loss narrows\" and \"debt falls\" are good news told in bad words: it often has them wrong. So are irony and negation.",
            "Financial sentences are often called neutral, and bad ones seldom negative in English, where it is hardly better than always saying neutral; in Korean its accuracy is below that: do not build on it there.",
            "A grave event told soberly may be neutral: severity is another model's question.",
            "Only Korean and English were learned and measured.",
        ]);
}
