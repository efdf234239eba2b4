using System.Runtime.InteropServices;
using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Search;

namespace Bupyeong.Chatbot.Knowledge;

/// <summary>
/// How much of a question an entry's own questions, title and text speak of: each piece of the question weighs the
/// more the fewer entries know it, and counts the more often the entry uses it. From 0 to 1.
/// </summary>
internal sealed class EntryMatcher
{
    private const float TitleWeight = 5;
    private const float BodyWeight = 2;
    private const double Saturation = 5;
    private const double LengthShare = 0.5;

    /// <summary>Two entries that share so much of what they say are one that was written twice.</summary>
    private const double Twin = 0.9;

    // A question that staff wrote, give or take a letter or two, is that question.
    private const double SameQuestion = 0.85;

    /// <summary>Of seven Chinese characters one makes another question.</summary>
    private const double SameForeignQuestion = 0.95;

    /// <summary>An entry that knows less of a question has none like it; comparing letter by letter is spared.</summary>
    private const double SameShare = 0.5;

    private readonly Func<string, HashSet<ulong>> piecesOf;
    private readonly double same;
    private readonly Dictionary<string, Entry> entries;
    private readonly Dictionary<ulong, int> uses = [];

    /// <summary>What a matcher before this one has counted of the same versions is not counted again.</summary>
    public EntryMatcher(IReadOnlyList<KnowledgeEntry> entries, Synonyms synonyms, EntryMatcher? before = null)
        : this(entries, Question.Korean, new TextPieces(synonyms).Of, before) { }

    /// <summary>In another language than Korean only by the questions, since the texts are in Korean.</summary>
    public EntryMatcher(
        IReadOnlyList<KnowledgeEntry> entries,
        string language,
        Func<string, HashSet<ulong>> piecesOf,
        EntryMatcher? before = null
    )
    {
        this.piecesOf = piecesOf;
        same = language == Question.Korean ? SameQuestion : SameForeignQuestion;
        this.entries = entries
            .AsParallel()
            .Select(entry =>
                entry.Version > 0 && before?.entries.GetValueOrDefault(entry.Id) is { } known
                    ? new Entry(known)
                    : new Entry(entry, language, piecesOf)
            )
            .ToDictionary(entry => entry.Id);
        var averageLength = this.entries.Values.Select(entry => entry.Length).DefaultIfEmpty(1).Average();
        foreach (var entry in this.entries.Values)
        {
            entry.Dampening = Saturation * (1 - LengthShare + LengthShare * entry.Length / averageLength);
            foreach (var piece in entry.Pieces)
                CollectionsMarshal.GetValueRefOrAddDefault(uses, piece, out _)++;
        }
    }

    /// <summary>How well each of these entries fits, and the share of the question that any entry knows.</summary>
    public (IReadOnlyList<Fit> Fits, double Known) Match(string question, IEnumerable<KnowledgeEntry> candidates)
    {
        var asked = piecesOf(question)
            .Select(piece =>
                (Piece: piece, Rarity: TextPieces.RarityOf(piece, uses.GetValueOrDefault(piece), entries.Count))
            )
            .ToArray();
        var total = asked.Sum(piece => piece.Rarity);
        var known = asked.Where(piece => uses.ContainsKey(piece.Piece)).Sum(piece => piece.Rarity);
        var letters = Hangul.Letters(KoreanText.Squash(question));
        return ([.. candidates.Select(entry => FitOf(entries[entry.Id]))], total == 0 ? 0 : known / total);

        Fit FitOf(Entry entry)
        {
            if (total == 0)
                return default;
            var (met, covered) = (0.0, 0.0);
            foreach (var (piece, rarity) in asked)
            {
                if (entry.Weight(piece) is not (> 0 and var weight))
                    continue;
                met += rarity * weight / (weight + entry.Dampening);
                covered += rarity;
            }
            return covered >= SameShare * total && entry.SameAs(letters, same) is > 0 and var likeness
                ? new Fit(likeness, 1)
                : new Fit(met / total, covered / total);
        }
    }

    /// <summary>The pieces of each question that the entry was written for.</summary>
    public IEnumerable<ulong[]> QuestionsOf(KnowledgeEntry entry) => entries[entry.Id].Asked;

    /// <summary>The share of the pieces that the entry knows, each weighing the more the fewer entries know it.</summary>
    public double CoverageOf(KnowledgeEntry entry, IReadOnlyCollection<ulong> pieces)
    {
        var (known, all) = (entries[entry.Id], 0.0);
        var covered = 0.0;
        foreach (var piece in pieces)
        {
            var rarity = TextPieces.RarityOf(piece, uses.GetValueOrDefault(piece), entries.Count);
            all += rarity;
            covered += known.Weight(piece) > 0 ? rarity : 0;
        }
        return all == 0 ? 0 : covered / all;
    }

    /// <summary>Staff wrote just that, as a question or as the title.</summary>
    public bool Wrote(string question, KnowledgeEntry entry) =>
        entries[entry.Id].SameAs(Hangul.Letters(KoreanText.Squash(question)), same) > 0;

    /// <summary>The entries say nearly the same, as one that was filed twice does.</summary>
    public bool AreTwins(KnowledgeEntry one, KnowledgeEntry other)
    {
        var (first, second) = (entries[one.Id].Pieces, entries[other.Id].Pieces);
        // Shared over all is at least Twin just when no more pieces of the first are missing in the second.
        var shared = (int)Math.Ceiling(Twin * (first.Length + second.Length) / (1 + Twin));
        var spare = first.Length - shared;
        if (shared > second.Length)
            return false;
        // Nearly all pairs are no twins, and that shows soon.
        foreach (var piece in first)
        {
            if (Array.BinarySearch(second, piece) < 0 && --spare < 0)
                return false;
        }
        return spare >= 0;
    }

    /// <summary>An entry in pieces: each with its weight, in the order of the pieces.</summary>
    private sealed class Entry
    {
        private readonly string title;
        private readonly string[] questions;
        private readonly float[] weights;

        public Entry(Entry known)
        {
            (Id, Pieces, Length) = (known.Id, known.Pieces, known.Length);
            (title, questions, weights, Asked) = (known.title, known.questions, known.weights, known.Asked);
        }

        public Entry(KnowledgeEntry entry, string language, Func<string, HashSet<ulong>> piecesOf)
        {
            Id = entry.Id;
            title = Hangul.Letters(KoreanText.Squash(entry.Title));
            var texts = entry.QuestionsIn(language);
            questions = [.. texts.Select(question => Hangul.Letters(KoreanText.Squash(question)))];
            var found = new Dictionary<ulong, float>();
            Asked = [.. texts.Select(question => piecesOf(question).ToArray())];
            foreach (var asked in Asked)
                Count(asked, 1);
            if (language == Question.Korean)
                AddTexts();
            Pieces = [.. found.Keys];
            weights = [.. found.Values];
            Array.Sort(Pieces, weights);
            Length = weights.Sum();

            void AddTexts()
            {
                Add(entry.Title, TitleWeight);
                // Sentence by sentence, so that a text says more of what it comes back to.
                foreach (var passage in entry.Passages)
                foreach (var sentence in passage.Sentences.Prepend(passage.Heading))
                    Add(EntryText.Plain(sentence), BodyWeight);
            }

            void Add(string text, float weight) => Count(piecesOf(text), weight);

            void Count(IEnumerable<ulong> read, float weight)
            {
                foreach (var piece in read)
                    CollectionsMarshal.GetValueRefOrAddDefault(found, piece, out _) += weight;
            }
        }

        public string Id { get; }
        public ulong[] Pieces { get; }
        public ulong[][] Asked { get; }
        public double Length { get; }

        /// <summary>The longer the entry, the less each use of a piece says.</summary>
        public double Dampening { get; set; }

        public float Weight(ulong piece) => Array.BinarySearch(Pieces, piece) is >= 0 and var at ? weights[at] : 0;

        public double SameAs(string letters, double least) =>
            letters == title
                ? 1
                : questions.Select(question => JamoSimilarity.Between(letters, question, least)).DefaultIfEmpty().Max();
    }
}
