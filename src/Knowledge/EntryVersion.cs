using System.Globalization;

namespace Bupyeong.Chatbot.Knowledge;

/// <summary>One version of an entry as the store keeps it, for good.</summary>
/// <param name="From">The day from which it answers.</param>
/// <param name="Hash">Of the whole text.</param>
public sealed record EntryVersion(
    string Slug,
    int Version,
    EntryStatus Status,
    DateOnly From,
    DateOnly? To,
    string Title,
    string Hash,
    EntryAct Act,
    string By,
    DateTimeOffset At
)
{
    /// <summary>Names this version among those of all entries.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Slug}@{Version}");

    /// <summary>The version that this one publishes, withdraws or goes back to.</summary>
    public int? Of { get; init; }
    public string? Note { get; init; }

    /// <summary>The Markdown with its front matter; empty where only a list was asked for.</summary>
    public string Text { get; init; } = "";

    public bool IsPublished => Status is EntryStatus.Published or EntryStatus.Sample;

    public bool IsDraft => Status is EntryStatus.Draft;

    /// <summary>
    /// A version from a file is the whole of the entry, and what is withdrawn or rolled back ends what was planned too.
    /// What a librarian publishes leaves earlier versions their time: one that is to hold for a month is followed by
    /// the one before it.
    /// </summary>
    public bool EndsOthers => !IsDraft && Act is not EntryAct.Publish;
}

/// <summary>How a version came about: from a file, by an import, or by an act of the staff.</summary>
public enum EntryAct
{
    File,
    Import,
    Save,
    Publish,
    Withdraw,
    RollBack,
}

/// <summary>A text that was not taken, because by <see cref="Version"/> somebody else had written since.</summary>
public sealed record EntryConflict(
    string Slug,
    int Version,
    EntryAct Act,
    string Hash,
    string Text,
    string By,
    DateTimeOffset At
);

/// <summary>Somebody has written since what the caller has seen.</summary>
public sealed class EditConflictException(EntryVersion newest)
    : Exception(
        $"Version {newest.Version} of {newest.Slug} was written by {newest.By} at {newest.At:yyyy-MM-dd HH:mm zzz}: read it first."
    )
{
    public EntryVersion Newest => newest;
}

/// <summary>There is no such entry, or no such version of it.</summary>
public sealed class NoSuchEntryException(string what) : Exception($"There is no {what}.");
