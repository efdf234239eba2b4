namespace Bupyeong.Chatbot.Knowledge;

/// <summary>
/// Questions for an entry that nobody of the staff has written, each with who would answer it now. Nothing of them is
/// kept: an entry has them only when a librarian saves them in a draft.
/// </summary>
public sealed class QuestionProposals(
    KnowledgeEditing editing,
    PublishedKnowledge published,
    KnowledgeStore store,
    QuestionWriter? writer = null
)
{
    /// <summary>Letters of an entry that are shown; what follows is left out passage by passage.</summary>
    private const int LongestText = 8000;

    /// <summary>Of the draft that the librarian has read; without its number of the one that waits, or else of the text of today.</summary>
    /// <exception cref="NoProposalsException">There is nobody to write any, or not now.</exception>
    /// <exception cref="InvalidDataException">The text must not be shown to anybody else.</exception>
    public async Task<Proposals> ProposeAsync(
        string slug,
        int? draft,
        string librarian,
        CancellationToken cancellation = default
    )
    {
        if (writer is null)
            throw new NoProposalsException("No language model is set up (LanguageModel:Address).");
        var entry = editing.Read(slug, draft);
        var day = editing.FirstDay(entry);
        var wanted = new WantedQuestions(entry.Title, PassagesOf(entry, day), entry.Questions, librarian)
        {
            Today = store.Today,
        };
        var written = await writer(wanted, cancellation);
        // Of the edition of now, since others may have published meanwhile.
        var tried = published.Current.Ask(entry with { Version = 0 }, [.. written.Own, .. written.Others], day);
        return new(
            entry.Version,
            written.Dropped,
            [.. tried.Select((question, place) => new ProposedQuestion(question, place < written.Own.Count))]
        );
    }

    /// <summary>As they would be told on the day.</summary>
    private List<string> PassagesOf(KnowledgeEntry entry, DateOnly day)
    {
        var left = LongestText;
        return
        [
            .. entry
                .Passages.Select(passage => EntryText.Fill(passage.Text.Trim(), published.Current.Rules, day))
                .TakeWhile((text, place) => (left -= text.Length) >= 0 || place is 0)
                .Select(text => text.Length > LongestText ? text[..LongestText] : text),
        ];
    }
}

/// <summary>What is proposed for one version, and how many more questions were written that must not be shown.</summary>
public sealed record Proposals(int Version, int Dropped, IReadOnlyList<ProposedQuestion> Questions);

/// <summary>A question that is proposed: one that the entry is to answer, or one that it is not to.</summary>
public sealed record ProposedQuestion(TriedQuestion Tried, bool IsForEntry)
{
    public bool Passes => Tried.Passes == IsForEntry;
}

/// <summary>Writes questions of a text; the host has one where there is a language model.</summary>
public delegate Task<WrittenQuestions> QuestionWriter(WantedQuestions wanted, CancellationToken cancellation);

/// <summary>The text as it is told, with the questions that it has already.</summary>
public sealed record WantedQuestions(
    string Title,
    IReadOnlyList<string> Passages,
    IReadOnlyList<string> Known,
    string Librarian
)
{
    public DateOnly Today { get; init; }
}

/// <summary>Questions that the text answers, and others that only sound like it.</summary>
public sealed record WrittenQuestions(IReadOnlyList<string> Own, IReadOnlyList<string> Others, int Dropped);

/// <summary>Nobody writes questions, at all or for a while.</summary>
public sealed class NoProposalsException(string message, TimeSpan? wait = null) : Exception(message)
{
    /// <summary>When to ask again; null where waiting does not help.</summary>
    public TimeSpan? Wait => wait;
}
