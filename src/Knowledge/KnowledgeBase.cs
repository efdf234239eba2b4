using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Search;

namespace Bupyeong.Chatbot.Knowledge;

/// <summary>What the library tells, asked in a resident's words: the best entry in force, or none.</summary>
public sealed class KnowledgeBase : IDisposable
{
    /// <summary>
    /// The floor between two whole texts, which say much that no other says. Chosen by reading the neighbours of every
    /// entry: below it stand those that only share common words.
    /// </summary>
    private const double Kinship = 0.08;

    internal const string RulesFile = "rules.yml";
    private const int Candidates = 100;

    private readonly Dictionary<string, KnowledgeEntry> entries;
    private readonly Dictionary<string, KnowledgeEntry[]> versions;
    private readonly AskedIn korean;
    private readonly Dictionary<string, AskedIn> foreign;
    private readonly RecentRankings recent;
    private readonly ISearchIndex index;
    private readonly MeaningJudge meaning;
    private readonly Synonyms synonyms;
    private readonly UnanswerableQuestions unanswerable;

    private KnowledgeBase(
        IReadOnlyList<KnowledgeEntry> entries,
        Synonyms synonyms,
        Rules rules,
        Task<ISearchIndex> index,
        UnanswerableQuestions unanswerable,
        KnowledgeBase? before = null,
        IReadOnlyList<KnowledgeEntry>? past = null
    )
    {
        this.unanswerable = unanswerable;
        this.entries = entries.ToDictionary(entry => entry.Id);
        versions = entries.GroupBy(entry => entry.Slug).ToDictionary(slug => slug.Key, NewestFirst);
        this.synonyms = synonyms;
        korean = new(
            Question.Korean,
            entries,
            unanswerable,
            asked => new EntryMatcher(asked, synonyms, before?.korean.Matcher)
        );
        foreign = unanswerable.Foreign.ToDictionary(
            language => language.Key,
            language => new AskedIn(
                language.Key,
                entries,
                language.Value,
                asked => new(asked, language.Key, language.Value.PiecesOf, before?.foreign[language.Key].Matcher)
            )
        );
        this.index = index.GetAwaiter().GetResult();
        meaning = new MeaningJudge(this.index, this.entries, unanswerable, before?.meaning);
        recent = new RecentRankings(Rank);
        Rules = rules;
        SpecialHours = Notices.InForce([.. past ?? [], .. entries]);
    }

    public Rules Rules { get; }

    internal Task<MeaningTrial?> MeaningTrial => meaning.Trial;

    /// <summary>What notices say of days to come and past, the newest notice first.</summary>
    public IReadOnlyList<SpecialHours> SpecialHours { get; }

    /// <summary>Every version that answers or will, with the questions that also teach the recogniser what belongs here.</summary>
    public IReadOnlyCollection<KnowledgeEntry> Entries => entries.Values;

    /// <summary>Reads rules.yml and the entries in the folder; the index is kept under the data folder.</summary>
    /// <exception cref="InvalidDataException">Names the file and the line that are wrong.</exception>
    public static KnowledgeBase Open(string folder, Synonyms synonyms, string data)
    {
        var rules = Rules.Read(Path.Combine(folder, RulesFile));
        var entries = EntryFile.Folders(folder).SelectMany(entries => EntryFile.ReadAll(entries, rules)).ToList();
        return Of(entries, synonyms, rules, SearchEngine.In(data), UnanswerableQuestions.Read(folder, synonyms));
    }

    /// <summary>
    /// Entries that were read elsewhere; of one slug there may be several versions, each with its time. Notices of the
    /// past are told no more, but the doors were as they said.
    /// </summary>
    internal static KnowledgeBase Of(
        IReadOnlyList<KnowledgeEntry> entries,
        Synonyms synonyms,
        Rules rules,
        SearchEngine engine,
        UnanswerableQuestions unanswerable,
        KnowledgeBase? before = null,
        IReadOnlyList<KnowledgeEntry>? past = null
    )
    {
        // Beside the matcher: whoever publishes waits for both.
        var index = Task.Run(() => engine.Open(EntryDocument.ContentOf(entries)));
        return new KnowledgeBase(entries, synonyms, rules, index, unanswerable, before, past);
    }

    /// <summary>
    /// Any folder of texts with a title and a slug, to be measured: the index is kept nowhere, and the rules are those
    /// beside or above the texts, or else the ones given.
    /// </summary>
    /// <exception cref="InvalidDataException">Names the file and the line that are wrong.</exception>
    public static KnowledgeBase OpenForeign(
        string folder,
        string otherwise,
        Synonyms synonyms,
        DateOnly today,
        Func<IndexContent, ISearchIndex>? open = null
    )
    {
        if (!Directory.Exists(folder))
            throw new InvalidDataException($"{folder}: there is no such folder.");
        string[] places = [folder, Path.Combine(folder, ".."), otherwise];
        var rules = Rules.Read(places.Select(place => Path.Combine(place, RulesFile)).First(File.Exists));
        var entries = EntryFile.ReadForeign(folder, rules, today);
        if (entries is [])
            throw new InvalidDataException($"{folder}: there is no Markdown file in it.");
        var content = EntryDocument.ContentOf(entries);
        return new KnowledgeBase(
            entries,
            synonyms,
            rules,
            Task.FromResult(open?.Invoke(content) ?? LuceneIndex.InMemory(content.Fields, content.Documents)),
            UnanswerableQuestions.Read(folder, synonyms)
        );
    }

    /// <summary>All of this with one entry otherwise, to be tried and thrown away.</summary>
    internal KnowledgeBase With(KnowledgeEntry draft)
    {
        var status = draft.IsPublished ? draft.Status : EntryStatus.Published;
        KnowledgeEntry[] all = [.. Entries.Where(entry => entry.Slug != draft.Slug), draft with { Status = status }];
        var content = EntryDocument.ContentOf(all);
        var index = Task.FromResult<ISearchIndex>(LuceneIndex.InMemory(content.Fields, content.Documents));
        return new KnowledgeBase(all, synonyms, Rules, index, unanswerable, this);
    }

    /// <summary>The version in force on the day; without one, or without a day, the newest.</summary>
    public KnowledgeEntry? Find(string slug, DateOnly? day = null) =>
        versions.GetValueOrDefault(slug) is not { } known ? null
        : day is { } asked ? Array.Find(known, entry => entry.Stands(asked)) ?? known[0]
        : known[0];

    /// <summary>The entries in force on the day, each in the version that answers.</summary>
    public IEnumerable<KnowledgeEntry> On(DateOnly day) => entries.Values.Where(entry => Answers(entry, day));

    /// <summary>The whole text as it is read on the day; before and after its time, as it was or will be in force.</summary>
    public string TextOn(KnowledgeEntry entry, DateOnly day, RuleCase asked = default)
    {
        var inTime =
            day < entry.EffectiveFrom ? entry.EffectiveFrom
            : day > entry.EffectiveTo ? entry.EffectiveTo.Value
            : day;
        return EntryText.Fill(entry.Body, Rules, inTime, asked);
    }

    /// <summary>The entry in easy words with the figures of the day; null when nobody has written it so.</summary>
    public string? PlainTextOn(KnowledgeEntry entry, DateOnly day) =>
        entry.PlainText is { } plain ? EntryText.Fill(plain, Rules, day) : null;

    /// <summary>The values of the rules that an entry names, rule after rule as it names them, each newest first.</summary>
    public IEnumerable<RulePeriod> HistoryOf(KnowledgeEntry entry) =>
        EntryText.RulesIn(entry.Body).Select(rule => rule.Key).Distinct().SelectMany(Rules.PeriodsOf);

    /// <summary>Other entries in force that speak of much the same, nearest first.</summary>
    public IReadOnlyList<KnowledgeEntry> Related(KnowledgeEntry entry, DateOnly today, int max) =>
        [
            .. RankingOf($"{entry.Title} {EntryText.Plain(entry.Body)}", today)
                .Hits.Where(ranked => ranked.Entry.Slug != entry.Slug && ranked.Fit.Score >= Kinship)
                .Take(max)
                .Select(ranked => ranked.Entry),
        ];

    /// <summary>The answer of the best entry in force that day; null when none surely speaks of the question.</summary>
    public Answer? Ask(
        Question question,
        DateOnly today,
        Hearing? heard = null,
        string? except = null,
        RuleCase asked = default
    )
    {
        var whole = new AskedOfEntries(question, today, except, asked.Branch);
        var found = recent.Of(whole);
        if (found.Hits is [var best, ..] && found.IsSure(Compared(heard, question, best.Entry)))
            return AnswerOf(best.Entry, today, question.Text, asked) with { Score = best.Fit.Score };
        // What a model means was tried on Korean alone.
        var meant = heard is { IsOfRules: true } && found.ForeignPieces is 0 ? meaning.Of(whole, Admits) : null;
        return meant is null ? null : AnswerOf(meant, today, question.Text, asked);
    }

    /// <summary>An entry may answer, though not surely; what is far from all of them is not told anywhere.</summary>
    public bool MayAnswer(Question question, DateOnly today, Hearing heard, string? except = null) =>
        RankingOf(question, today, except) is { Hits: [var best, ..] } ranking
        && ranking.MayAnswer(AskedLike(question).Compared(heard, question.Text, best.Entry));

    /// <summary>What nobody has heard is judged by the entries alone in Korean, and in other languages as if no rule had been heard.</summary>
    private Hearing? Compared(Hearing? heard, Question question, KnowledgeEntry best) =>
        AskedLike(question) is var asked && heard is null && !asked.IsForeign
            ? null
            : asked.Compared(heard ?? default, question.Text, best);

    /// <summary>By the language of the question; one that nothing is asked in is read as Korean.</summary>
    private AskedIn AskedLike(Question question) => foreign.GetValueOrDefault(question.Language, korean);

    /// <summary>The entries in force that come nearest, best first, however little they speak of the question.</summary>
    public IReadOnlyList<(KnowledgeEntry Entry, double Score)> Rank(Question question, DateOnly today, int count) =>
        [.. RankingOf(question, today).Hits.Take(count).Select(hit => (hit.Entry, hit.Fit.Score))];

    /// <summary>Staff wrote these very words, give or take a letter: as a question of an entry, or as its title.</summary>
    public bool Wrote(Question question, DateOnly today) =>
        RankingOf(question, today).Hits is [var best, ..]
        && AskedLike(question).Matcher.Wrote(question.Text, best.Entry);

    /// <summary>An entry in force has just that title.</summary>
    public bool IsTitle(string text, DateOnly today)
    {
        var squashed = KoreanText.Squash(text);
        return On(today).Any(entry => KoreanText.Squash(entry.Title) == squashed);
    }

    /// <summary>The entry's own sentences, in its order and with the figures of the day: its first, and the one nearest to the question.</summary>
    public Answer AnswerOf(KnowledgeEntry entry, DateOnly today, string question = "", RuleCase asked = default)
    {
        var chosen = Excerpt.Of(entry.Passages, question).ToList();
        return new(
            entry,
            [.. chosen.Select(sentence => EntryText.Fill(sentence, Rules, today, asked))],
            new Citation(entry.Slug, entry.Title, entry.EffectiveFrom, entry.IsSample, entry.Version),
            1
        )
        {
            IsSpecial = chosen.Exists(sentence => IsSpecial(sentence, today, asked)),
        };
    }

    /// <summary>A rule that the entry names is another for the case than for all.</summary>
    public bool IsSpecial(KnowledgeEntry entry, DateOnly today, RuleCase asked) => IsSpecial(entry.Body, today, asked);

    private bool IsSpecial(string text, DateOnly today, RuleCase asked) =>
        EntryText.RulesIn(text).Any(rule => Rules.IsSpecial(rule.Key, today, asked));

    /// <summary>Entries that come nearest, for "이 가운데 있나요?"; none when nothing speaks of the question.</summary>
    public IReadOnlyList<KnowledgeEntry> Nearest(Question question, DateOnly today, int max, string? except = null) =>
        RankingOf(question, today, except) is { Speaks: true, Hits: var hits }
            ? [.. hits.Take(max).Select(hit => hit.Entry)]
            : [];

    public void Dispose()
    {
        meaning.Dispose();
        index.Dispose();
    }

    private Ranking RankingOf(Question question, DateOnly today, string? except = null, string? branch = null) =>
        recent.Of(new(question, today, except, branch));

    private Ranking Rank(AskedOfEntries asked)
    {
        var question = asked.Question;
        var like = AskedLike(question);
        var candidates = (like.IsForeign ? entries.Values.Where(like.Knows) : Search(asked))
            .Where(entry => Admits(entry, asked))
            .ToArray();
        var (fits, known) = like.Matcher.Match(question.Text, candidates);
        var ranking = Ranking.Of(candidates, fits, known).WithoutTwins(like.Matcher.AreTwins);
        return ranking with { ForeignPieces = like.ForeignPiecesIn(question.Text) };
    }

    private IEnumerable<KnowledgeEntry> Search(AskedOfEntries asked) =>
        index
            .Search(
                $"{asked.Question.Text} {synonyms.Within(KoreanText.Squash(asked.Question.Text))}",
                Candidates,
                EntryDocument.Answering(asked.Day, asked.Branch)
            )
            .Select(hit => entries[hit.Id]);

    private bool Admits(KnowledgeEntry entry, AskedOfEntries asked) =>
        Answers(entry, asked.Day) && entry.Slug != asked.Except && entry.IsFor(asked.Branch);

    /// <summary>Of several versions that are in force the newest effective one answers.</summary>
    private bool Answers(KnowledgeEntry entry, DateOnly day) =>
        entry.IsInForce(day) && Find(entry.Slug, day)?.Version == entry.Version;

    private static KnowledgeEntry[] NewestFirst(IEnumerable<KnowledgeEntry> versions) =>
        [
            .. versions
                .OrderByDescending(entry => entry.AnswersFrom ?? entry.EffectiveFrom)
                .ThenByDescending(entry => entry.Version),
        ];
}
