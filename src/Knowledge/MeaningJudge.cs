using Bupyeong.Chatbot.Search;

namespace Bupyeong.Chatbot.Knowledge;

/// <summary>Which entry means what is asked, by the model beside the words, once that has shown that it can tell.</summary>
internal sealed class MeaningJudge : IDisposable
{
    /// <summary>Among so many there is one of another entry.</summary>
    private const int Looked = 20;

    /// <summary>Of each kind: enough for a share of a percent, and soon asked.</summary>
    private const int MostAsked = 500;

    private readonly ISearchIndex index;
    private readonly IReadOnlyDictionary<string, KnowledgeEntry> entries;
    private readonly CancellationTokenSource stopping = new();

    /// <summary>What was found out of the model before this edition holds on: it is the same model.</summary>
    public MeaningJudge(
        ISearchIndex index,
        IReadOnlyDictionary<string, KnowledgeEntry> entries,
        UnanswerableQuestions unanswerable,
        MeaningJudge? before
    )
    {
        (this.index, this.entries, Trial) = (index, entries, Task.FromResult<MeaningTrial?>(null));
        if (index.Meanings is not { } made)
            return;
        before?.stopping.Cancel();
        Trial = before?.Trial is { IsCompletedSuccessfully: true, Result: not null } known
            ? known
            : Task.Run(() => TryAsync(before?.Trial, made, unanswerable.Texts));
    }

    /// <summary>How well the model tells; null where there is none, or it was away.</summary>
    public Task<MeaningTrial?> Trial { get; }

    /// <summary>The entry that surely means what is asked; null when none does.</summary>
    public KnowledgeEntry? Of(AskedOfEntries asked, Func<KnowledgeEntry, AskedOfEntries, bool> admits)
    {
        if (Trial is not { IsCompletedSuccessfully: true, Result.Floor: { } floor })
            return null;
        var within = EntryDocument.Answering(asked.Day, asked.Branch);
        return
            Nearest(asked.Question.Text, within, entry => admits(entry, asked)) is { } near
            && floor.Admits(near.Likeness, near.Lead)
            ? near.Entry
            : null;
    }

    /// <summary>The model is asked nothing more, so that it can go.</summary>
    public void Dispose()
    {
        stopping.Cancel();
        Trial.GetAwaiter().GetResult();
    }

    private async Task<MeaningTrial?> TryAsync(Task? before, Task made, IReadOnlyList<string> inVain)
    {
        try
        {
            if (before is not null)
                await before;
            await made.WaitAsync(stopping.Token);
            return Try(inVain);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>The entries' own questions, each asked as if it were not theirs, among what is asked in vain.</summary>
    private MeaningTrial? Try(IReadOnlyList<string> inVain)
    {
        var own = entries.Values.SelectMany(entry => entry.Questions, (entry, asked) => (asked, (string?)entry.Slug));
        var asked = Spread([.. own]).Concat(Spread([.. inVain.Select(asked => (asked, (string?)null))]));
        var found = new List<NearestEntry>();
        foreach (var (question, slug) in asked)
        {
            stopping.Token.ThrowIfCancellationRequested();
            if (Nearest(question, null, _ => true) is not { } near)
                return null;
            found.Add(new NearestEntry(near.Likeness, near.Lead, near.Entry.Slug == slug, IsInVain: slug is null));
        }
        return MeaningTrial.Of(found);
    }

    /// <summary>From everywhere, and the same every time.</summary>
    private static IEnumerable<T> Spread<T>(List<T> all)
    {
        var step = Math.Max(1, (all.Count + MostAsked - 1) / MostAsked);
        return all.Where((_, at) => at % step == 0);
    }

    private (KnowledgeEntry Entry, double Likeness, double Lead)? Nearest(
        string question,
        SearchFilter? within,
        Predicate<KnowledgeEntry> admits
    )
    {
        var near = index
            .SearchMeaning(question, Looked, within)
            .Select(hit => (Entry: entries[hit.Id], Likeness: (double)hit.Score))
            .Where(hit => admits(hit.Entry))
            .ToList();
        if (near is not [var first, ..])
            return null;
        var next = near.Find(hit => hit.Entry.Slug != first.Entry.Slug);
        return (first.Entry, first.Likeness, first.Likeness - next.Likeness);
    }
}
