using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Search;

namespace Bupyeong.Chatbot.Knowledge;

/// <summary>
/// How much of a question an entry's own questions, title and text speak of: each piece of the question weighs the
/// more the fewer entries know it, and counts the more often the entry uses it. From 0 to 1.
/// </summary>
internal sealed class EntryMatcher
{
    private const double TitleWeight = 5;
    private const double BodyWeight = 2;
    private const double Saturation = 5;
    private const double LengthShare = 0.5;

    // With few entries a count of one or two says little, so counts are drawn together before they are compared.
    private const double Smoothing = 2;

    // Rare pieces say more than in proportion: what is asked about is rarer than how it is asked.
    private const double Sharpness = 1.2;

    // Runs of letters are many and say much the same as the syllables that they are cut from.
    private const double LettersShare = 0.7;
    private const int LettersRun = 3;

    // A stem is kept apart from a pair of syllables, which may stand side by side in any two words.
    private const char StemMark = '=';

    // A question that staff wrote, give or take a letter or two, is that question.
    private const double SameQuestion = 0.85;

    private readonly Synonyms synonyms;
    private readonly Dictionary<string, Entry> entries;
    private readonly Dictionary<string, Piece> pieces;

    public EntryMatcher(IReadOnlyList<KnowledgeEntry> entries, Synonyms synonyms)
    {
        this.synonyms = synonyms;
        this.entries = entries
            .AsParallel()
            .AsOrdered()
            .Select((entry, number) => new Entry(entry, number, PiecesOf))
            .ToDictionary(entry => entry.Slug);
        var averageLength = this.entries.Values.Select(entry => entry.Length).DefaultIfEmpty(1).Average();
        foreach (var entry in this.entries.Values)
            entry.Dampening = Saturation * (1 - LengthShare + LengthShare * entry.Length / averageLength);
        pieces = this
            .entries.Values.SelectMany(entry => entry.Weights, (entry, use) => (Piece: use.Key, entry, use.Value))
            .GroupBy(use => use.Piece)
            .ToDictionary(
                uses => uses.Key,
                uses => new Piece(
                    RarityOf(uses.Key, uses.Count()),
                    [.. uses.Select(use => (use.entry.Number, use.Value / (use.Value + use.entry.Dampening)))]
                )
            );
    }

    /// <summary>How well each of these entries fits, and the share of the question that any entry knows.</summary>
    public (IReadOnlyList<Fit> Fits, double Known) Match(string question, IEnumerable<string> slugs)
    {
        var letters = Hangul.Letters(KoreanText.Squash(question));
        var met = new double[entries.Count];
        var covered = new double[entries.Count];
        var (total, known) = (0.0, 0.0);
        foreach (var text in PiecesOf(question))
        {
            var piece = pieces.GetValueOrDefault(text);
            total += piece?.Rarity ?? RarityOf(text, 0);
            known += piece?.Rarity ?? 0;
            foreach (var (entry, share) in piece?.Uses ?? [])
            {
                met[entry] += piece!.Rarity * share;
                covered[entry] += piece.Rarity;
            }
        }
        return ([.. slugs.Select(slug => FitOf(entries[slug]))], total == 0 ? 0 : known / total);

        Fit FitOf(Entry entry) =>
            total == 0 ? new(0, 0)
            : entry.SameAs(letters) is > 0 and var same ? new(same, 1)
            : new(met[entry.Number] / total, covered[entry.Number] / total);
    }

    /// <summary>Staff wrote just that, as a question or as the title.</summary>
    public bool Wrote(string question, string slug) =>
        entries[slug].SameAs(Hangul.Letters(KoreanText.Squash(question))) > 0;

    private double RarityOf(string piece, int count) =>
        (piece.Length == LettersRun && piece[0] != StemMark ? LettersShare : 1)
        * Math.Pow(Math.Log(1 + (entries.Count - count + Smoothing) / (count + Smoothing)), Sharpness);

    /// <summary>Stems, syllables, pairs of syllables and runs of three letters; words of other scripts whole.</summary>
    private HashSet<string> PiecesOf(string text)
    {
        var read = KoreanTerms.Words(text).Select(synonyms.Of).ToList();
        var words = read.ToLookup(word => KoreanTerms.IsEastAsian(word[0]));
        var korean = synonyms.Within(string.Concat(words[true]));
        var pieces = words[false].ToHashSet();
        for (var i = 0; i < korean.Length; i++)
        {
            pieces.Add(korean.Substring(i, 1));
            if (i + 1 < korean.Length)
                pieces.Add(korean.Substring(i, 2));
        }
        var letters = Hangul.Letters(korean);
        for (var i = 0; i + LettersRun <= letters.Length; i++)
            pieces.Add(letters.Substring(i, LettersRun));
        foreach (var stem in read.Select(Stemmer.Stem).Where(stem => stem.Length >= 2))
            pieces.Add(StemMark + stem);
        return pieces;
    }

    /// <summary>How rare a piece is, and for each entry that uses it how much of it that entry meets.</summary>
    private sealed record Piece(double Rarity, (int Entry, double Share)[] Uses);

    private sealed class Entry
    {
        private readonly string title;
        private readonly string[] questions;

        public Entry(KnowledgeEntry entry, int number, Func<string, HashSet<string>> piecesOf)
        {
            (Slug, Number) = (entry.Slug, number);
            title = Hangul.Letters(KoreanText.Squash(entry.Title));
            questions = [.. entry.Questions.Select(question => Hangul.Letters(KoreanText.Squash(question)))];
            foreach (var question in entry.Questions)
                Add(question, 1);
            Add(entry.Title, TitleWeight);
            // Sentence by sentence, so that a text says more of what it comes back to.
            foreach (var sentence in entry.Sentences)
                Add(EntryText.Plain(sentence), BodyWeight);
            Length = Weights.Values.Sum();

            void Add(string text, double weight)
            {
                foreach (var piece in piecesOf(text))
                    Weights[piece] = Weights.GetValueOrDefault(piece) + weight;
            }
        }

        public string Slug { get; }
        public int Number { get; }

        public Dictionary<string, double> Weights { get; } = [];

        public double Length { get; }

        /// <summary>The longer the entry, the less each use of a piece says.</summary>
        public double Dampening { get; set; }

        public double SameAs(string letters) =>
            letters == title
                ? 1
                : questions
                    .Select(question => JamoSimilarity.Between(letters, question, least: SameQuestion))
                    .DefaultIfEmpty()
                    .Max();
    }
}
