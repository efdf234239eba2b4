namespace Bupyeong.Chatbot.Knowledge;

/// <summary>What the entries are asked in one language, and what is asked in it in vain.</summary>
internal sealed class AskedIn
{
    /// <summary>An entry that knows so much of a question tells what it asks.</summary>
    private const double ToldSince = 0.85;

    private readonly UnanswerableQuestions unanswerable;
    private readonly Dictionary<string, MeasuredQuestion[]> told;

    public AskedIn(
        string language,
        IEnumerable<KnowledgeEntry> entries,
        UnanswerableQuestions unanswerable,
        Func<IReadOnlyList<KnowledgeEntry>, EntryMatcher> matcherOf
    )
    {
        Language = language;
        this.unanswerable = unanswerable;
        KnowledgeEntry[] asked = [.. entries.Where(entry => entry.QuestionsIn(language) is not [] || !IsForeign)];
        Matcher = matcherOf(asked);
        told = asked.ToDictionary(
            entry => entry.Id,
            entry => Matcher.QuestionsOf(entry).Select(unanswerable.Measure).ToArray()
        );
    }

    public string Language { get; }

    public bool IsForeign => Language != Question.Korean;

    public EntryMatcher Matcher { get; }

    /// <summary>The entry is asked in the language at all.</summary>
    public bool Knows(KnowledgeEntry entry) => told.ContainsKey(entry.Id);

    /// <summary>Of how many pieces a question is; 0 in Korean, where it does not count.</summary>
    public int ForeignPiecesIn(string question) => IsForeign ? unanswerable.PiecesOf(question).Count : 0;

    /// <summary>What was asked in vain before somebody wrote an entry of it says nothing against the entry.</summary>
    public Hearing Compared(Hearing heard, string question, KnowledgeEntry best)
    {
        var (likeness, nearer) = unanswerable.Compare(
            question,
            told[best.Id],
            asked => Matcher.CoverageOf(best, asked) >= ToldSince
        );
        return heard with { Unanswerable = likeness, Nearer = nearer };
    }
}
