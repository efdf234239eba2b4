using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Storage;

namespace Bupyeong.Chatbot.Knowledge;

/// <summary>What staff do with entries: each act is one more version, and what it changes is read at once.</summary>
public sealed class KnowledgeEditing(
    KnowledgeStore store,
    Rules rules,
    PublishedKnowledge published,
    BranchDirectory? branches = null
)
{
    /// <summary>
    /// Keeps a draft that was written on the version <paramref name="basedOn"/>, 0 for a new entry. When somebody else
    /// has written since, the text is kept apart; the same draft sent again is kept once.
    /// </summary>
    /// <exception cref="InvalidDataException">Names the line that is wrong.</exception>
    /// <exception cref="EditConflictException">Somebody has written since.</exception>
    public async Task<EntryVersion> SaveAsync(string slug, string text, int basedOn, StaffAct act)
    {
        var entry = Parse(slug, text);
        var (saved, newest) = await store.WriteAsync<(EntryVersion? Saved, EntryVersion? Newest)>(session =>
        {
            var newest = KnowledgeStore.Of(session, slug).LastOrDefault();
            if (newest is { IsDraft: true } && newest.Text == text && newest.By == act.By)
                return (newest, newest);
            if (basedOn == (newest?.Version ?? 0))
                return (
                    store.Append(
                        session,
                        entry,
                        text,
                        Made(EntryStatus.Draft, entry.EffectiveFrom, EntryAct.Save, act)
                    ),
                    newest
                );
            if (newest is not null)
                store.Refuse(session, newest, text, EntryAct.Save, act.By);
            return (null, newest);
        });
        return saved
            ?? throw (
                newest is null
                    ? new NoSuchEntryException($"version {basedOn} of {slug}")
                    : new EditConflictException(newest)
            );
    }

    /// <summary>What would be answered to the questions of the draft, and to others', if it were published.</summary>
    public IReadOnlyList<TriedQuestion> Try(string slug, int draft, DateOnly? from = null)
    {
        var waiting =
            store.Of(slug).FirstOrDefault(version => version.Version == draft)
            ?? throw new NoSuchEntryException($"version {draft} of {slug}");
        var text = from is { } asked ? Beginning(waiting.Text, asked) : waiting.Text;
        var entry = Parse(slug, text);
        return published.Current.Try(entry, FirstDay(entry));
    }

    /// <summary>A version as it is written; without a number the draft that waits, or else what is told today.</summary>
    internal KnowledgeEntry Read(string slug, int? version)
    {
        var versions = store.Of(slug);
        var read = version is { } number
            ? versions.FirstOrDefault(known => known.Version == number)
                ?? throw new NoSuchEntryException($"version {number} of {slug}")
            : Standing.Draft(versions)
                ?? Standing.On(versions, store.Today)
                ?? throw new NoSuchEntryException($"draft or text of today of {slug}");
        return Parse(slug, read.Text) with { Version = read.Version };
    }

    /// <summary>The first day from today on that the entry may be told.</summary>
    internal DateOnly FirstDay(KnowledgeEntry entry) =>
        entry.EffectiveFrom > store.Today ? entry.EffectiveFrom : store.Today;

    /// <summary>
    /// Publishes the draft, which must be the one that the caller has read: from the day it names, or from today. The day
    /// given is written into the text. A critical question that would get another answer stops it, unless staff know.
    /// </summary>
    public Task<EntryVersion> PublishAsync(string slug, int draft, DateOnly? from, StaffAct act)
    {
        // Before the transaction, since nobody else can write while it lasts.
        if (
            !act.Despite
            && Try(slug, draft, from).Where(tried => tried is { IsCritical: true, Passes: false }).ToList()
                is [_, ..] failing
        )
            throw new InvalidDataException(Failing(failing));
        return DecideAsync(
            slug,
            from,
            (session, versions) =>
            {
                var waiting =
                    versions.Find(version => version.Version == draft)
                    ?? throw new NoSuchEntryException($"version {draft} of {slug}");
                if (Standing.Draft(versions)?.Version != draft)
                    throw new EditConflictException(versions[^1]);
                var text = from is { } day ? Beginning(waiting.Text, day) : waiting.Text;
                if (Parse(slug, text).Status is EntryStatus.Draft or EntryStatus.Withdrawn)
                    text = EntryFile.With(text, "status", EntryFile.NameOf(EntryStatus.Published));
                return Publish(
                    session,
                    slug,
                    text,
                    Made(EntryStatus.Published, from ?? store.Today, EntryAct.Publish, act) with
                    {
                        Of = draft,
                    }
                );
            }
        );
    }

    /// <summary>From the day on, or from today, nothing of the entry is told any more, also nothing that was planned.</summary>
    public Task<EntryVersion> WithdrawAsync(string slug, int? basedOn, DateOnly? from, StaffAct act) =>
        DecideAsync(
            slug,
            from,
            (session, versions) =>
            {
                Check(versions, basedOn);
                var last = Standing.Decided(versions) is { Status: not EntryStatus.Withdrawn } decided
                    ? decided
                    : throw new NoSuchEntryException($"published version of {slug}");
                var text = EntryFile.With(last.Text, "status", EntryFile.NameOf(EntryStatus.Withdrawn));
                var made = Made(EntryStatus.Withdrawn, from ?? store.Today, EntryAct.Withdraw, act);
                // What its branches are called now is no reason to go on telling it.
                return store.Append(
                    session,
                    EntryFile.Parse($"{slug}.md", text, rules),
                    text,
                    made with
                    {
                        Of = last.Version,
                    }
                );
            }
        );

    /// <summary>From today on the text of an earlier version answers again, as a new version; what was planned is not.</summary>
    public Task<EntryVersion> RollBackAsync(string slug, int to, int? basedOn, StaffAct act) =>
        DecideAsync(
            slug,
            null,
            (session, versions) =>
            {
                Check(versions, basedOn);
                var earlier =
                    versions.Find(version => version.Version == to && version.IsPublished)
                    ?? throw new NoSuchEntryException($"published version {to} of {slug}");
                return Publish(
                    session,
                    slug,
                    earlier.Text,
                    Made(earlier.Status, store.Today, EntryAct.RollBack, act) with
                    {
                        Of = to,
                    }
                );
            }
        );

    private async Task<EntryVersion> DecideAsync(
        string slug,
        DateOnly? from,
        Func<WriteSession, List<EntryVersion>, EntryVersion> decide
    )
    {
        if (from < store.Today)
            throw new InvalidDataException($"from: {from:yyyy-MM-dd} is over; what was told then stays as it was.");
        var decided = await store.WriteAsync(session =>
            KnowledgeStore.Of(session, slug) is [_, ..] versions
                ? decide(session, versions)
                : throw new NoSuchEntryException($"entry {slug}")
        );
        published.Refresh();
        return decided;
    }

    /// <summary>A version begins to answer no earlier than its rule holds.</summary>
    private EntryVersion Publish(WriteSession session, string slug, string text, NewVersion made)
    {
        var entry = Parse(slug, text);
        var from = entry.EffectiveFrom > made.From ? entry.EffectiveFrom : made.From;
        if (entry.EffectiveTo < from)
            throw new InvalidDataException(
                $"{slug}.md(1): effective_to {entry.EffectiveTo:yyyy-MM-dd} is before {from:yyyy-MM-dd}."
            );
        return entry.IsPublished
            ? store.Append(session, entry, text, made with { Status = entry.Status, From = from })
            : throw new InvalidDataException($"{slug}.md(1): 'status' must stand on a line of its own.");
    }

    private static string Beginning(string text, DateOnly day) =>
        EntryFile.With(text, "effective_from", $"{day:yyyy-MM-dd}");

    private static string Failing(IEnumerable<TriedQuestion> failing) =>
        "Critical questions would not be answered by their entries ('despite': true publishes all the same): "
        + string.Join(
            "; ",
            failing.Select(tried => $"\"{tried.Question}\" of {tried.Slug} by {tried.AnsweredBy ?? "none"}")
        );

    private KnowledgeEntry Parse(string slug, string text)
    {
        var entry = EntryFile.Parse($"{slug}.md", text, rules, branches);
        return entry.Slug == slug
            ? entry
            : throw new InvalidDataException($"{slug}.md(1): the slug of the text is '{entry.Slug}'.");
    }

    private static void Check(List<EntryVersion> versions, int? basedOn)
    {
        if (basedOn is not null && basedOn != versions[^1].Version)
            throw new EditConflictException(versions[^1]);
    }

    private static NewVersion Made(EntryStatus status, DateOnly from, EntryAct how, StaffAct act) =>
        new(status, from, how, act.By) { Note = act.Note };
}

/// <summary>Who acts, by the name of a desk and not of a person, and what is to be remembered of it.</summary>
public sealed record StaffAct(string By, string? Note = null)
{
    /// <summary>Publishes although critical questions would get another answer.</summary>
    public bool Despite { get; init; }
}
