using System.Globalization;
using System.Text.RegularExpressions;
using Bupyeong.Chatbot.Catalog;
using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>책 찾기: by title, author, ISBN, subject and reader, or half remembered; more of the same, and one of those shown.</summary>
[Says(
    "label",
    "which-book",
    "found-one",
    "found-one-all-out",
    "found-several",
    "found-close",
    "by-author",
    "by-words",
    "by-words-for",
    "by-words-not-cover",
    "cover-only",
    "more",
    "no-more",
    "popular",
    "popular-for",
    "required",
    "no-new-list",
    "no-braille",
    "no-ebook",
    "no-large-print",
    "not-found",
    "not-found-near",
    "volume-not-found",
    "no-such-choice",
    "for-adults",
    "list-card",
    "row-button",
    "row-say"
)]
public sealed partial class FindBook(
    LibraryCatalog catalog,
    BookShelf shelf,
    BookList list,
    BookDescription description,
    RelatedAnswers related,
    BookReader readers,
    Evidence evidence,
    Cues cues
) : IDialog
{
    public const string RecordSlot = BookShelf.RecordSlot;
    private const string LargePrint = "large-print";
    private const int MostFound = 30;

    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) => Task.FromResult(Respond(turn));

    private Reply Respond(Turn turn)
    {
        var isListed = turn.State.Slot(BookShelf.ResultsSlot) is not null;
        if (turn.Find("more") is not null && isListed && turn.Find("title") is null)
            return list.More(turn);
        if (turn.Find("ordinal") is not null && isListed)
            return shelf.PointedAt(turn) is { } chosen ? shelf.Found(chosen, turn) : Reply.Say("no-such-choice");
        if (related.IsAskedOfOne(turn))
            return related.Respond(turn);
        if ((OfVolume(turn) ?? Wish(turn)) is { } told)
            return told;
        if (QueryOf(turn) is not { } query)
            return Reply.Ask("which-book", "title");
        var found = Search(query);
        return found.Hits is not [{ By: MatchedBy.Title or MatchedBy.Isbn }, ..] && Described(turn) is { } described
            ? described
            : Answer(turn, found, query);
    }

    /// <summary>A child that says its age is told when all that was found is kept among the books for adults.</summary>
    private Reply ForReader(Turn turn, Reply reply, IReadOnlyList<CatalogRecord> found) =>
        found.All(record => readers.IsTooYoungFor(record, turn)) ? reply.And("for-adults") : reply;

    /// <summary>"1권" behind a list or a book: that volume of what was shown.</summary>
    private Reply? OfVolume(Turn turn)
    {
        if (
            VolumeAlone().Match(turn.Recognition.Text) is not { Success: true } said
            || list.Shown(turn) is not [var first, ..] shown
        )
            return null;
        var volume = int.Parse(said.Groups["number"].Value, CultureInfo.InvariantCulture);
        var known = shown.Count > 1 ? shown : [first, .. catalog.VolumesOf(first)];
        var found = known.Where(record => IsOfVolume(record, volume)).Distinct().ToList();
        // "1권은요?" of a book in a series of several works.
        if (shown.Count == 1 && found.Find(record => record.Title == first.Title) is { } same)
            return OnlyOne(turn, same);
        return found switch
        {
            [] => Several("volume-not-found", known, first.Title, volume),
            [var one] => OnlyOne(turn, one),
            var several => Several("found-several", several, $"{volume}권"),
        };
    }

    /// <summary>What is no search for words: lists, and forms that the catalogue has or has not.</summary>
    private Reply? Wish(Turn turn)
    {
        if (Asks("new"))
            return Reply.Say("no-new-list");
        if (Asks("braille"))
            return Reply.Say("no-braille");
        if (Asks("ebook"))
            return Reply.Say("no-ebook");
        if (Asks("large-print"))
            return InLargePrint(turn);
        if (Asks("required"))
            return Popular("required", turn);
        return Asks("popular") ? Popular(readers.Of(turn) is null ? "popular" : "popular-for", turn) : null;

        bool Asks(string cue) => cues.Has(turn.Text, "books", cue);
    }

    private Reply Popular(string name, Turn turn) =>
        Several(name, catalog.Popular(readers.Of(turn), MostFound), reader: readers.Called(turn));

    /// <summary>All large print, or that of the title which is named.</summary>
    private Reply InLargePrint(Turn turn)
    {
        var title = turn.Find("title")?.Text;
        var all = catalog.OfFormat(LargePrint, MostFound);
        if (title is null || cues.Has(title, "books", LargePrint))
            return Several("by-words", all, cues.Called("books", LargePrint));
        var found = catalog.Search(new CatalogQuery(title, Max: MostFound));
        var large = Records(found).Where(record => record.Format == LargePrint).ToList();
        return large is [var only] ? OnlyOne(turn, only)
            : large is [] ? Several("no-large-print", all, title)
            : Several("found-several", large, title);
    }

    /// <summary>A description is no title: the books that have most of its words, and honestly by which.</summary>
    private Reply? Described(Turn turn)
    {
        var reader = readers.Of(turn);
        var quoted = turn.Find("title") is { } title && TitleFinder.IsQuoted(turn.Recognition.Text, title);
        var byAuthor = turn.Find("title") is null && turn.Find("author") is not null && evidence.Holds(turn);
        if (quoted || byAuthor || !description.IsOne(turn) && reader is null)
            return null;
        var ofCover = description.SpeaksOfCover(turn);
        if ((description.Find(turn, reader) ?? description.Find(turn, null)) is not var (found, words))
            return ofCover ? Reply.Ask("cover-only", "title")
                : reader is not null && turn.Find("title") is null ? Popular("popular-for", turn)
                : null;
        var named = catalog.Search(new CatalogQuery(words, Max: MostFound));
        if (named.Hits is [{ Kind: MatchKind.Exact, By: MatchedBy.Title }, ..])
            return Answer(turn, named, new CatalogQuery(words));
        return Several(
            ofCover ? "by-words-not-cover"
                : found.All(record => record.Audience == reader) ? "by-words-for"
                : "by-words",
            found,
            words,
            reader: readers.Called(turn)
        );
    }

    /// <summary>For these readers, or for all when nothing is marked for them; a title is a title whoever asks.</summary>
    private SearchResult Search(CatalogQuery query)
    {
        var forAll = catalog.Search(query with { Audience = null });
        return
            query.Audience is not null
            && forAll.Hits is not [{ By: MatchedBy.Title, Kind: MatchKind.Exact }, ..]
            && catalog.Search(query) is { Found: true } forThese
            ? forThese
            : forAll;
    }

    private CatalogQuery? QueryOf(Turn turn)
    {
        var (title, author) = (turn.Find("title")?.Text, turn.Find("author")?.Text);
        var isbn = turn.Find("isbn")?.Value;
        if (isbn is not null)
            return new CatalogQuery(isbn, Isbn: isbn, Max: MostFound);
        var said = title ?? author ?? (Holds(turn) || IsWish(turn) ? turn.Recognition.Text : null);
        return said is null ? null : new CatalogQuery(said, author, null, readers.Of(turn), MostFound);
    }

    /// <summary>No title stands out, but the whole message is one, or answers the question for one.</summary>
    private bool Holds(Turn turn) =>
        !turn.IsLabel
        && (turn.Awaits("find-book", "title") || turn.Awaits("book-availability", "title") || evidence.Holds(turn));

    /// <summary>"7살 그림책": who is to read it is said, though no title.</summary>
    private bool IsWish(Turn turn) => readers.Of(turn) is not null || description.IsOne(turn);

    private Reply Answer(Turn turn, SearchResult result, CatalogQuery query)
    {
        if (!result.Found)
            return result.NearMisses is []
                ? Reply.Say("not-found", new { title = query.Text })
                : Several("not-found-near", [.. result.NearMisses.Take(2).Select(hit => hit.Record)], query.Text);
        if (IsOfVolume(result.Hits[0].Record, result.Volume))
            return OnlyOne(turn, result.Hits[0].Record);
        if (!result.HasVolume)
            return Several("volume-not-found", Records(result), result.Hits[0].Record.Title, result.Volume);
        var exact = result
            .Hits.Where(hit => hit is { Kind: MatchKind.Exact, By: MatchedBy.Title or MatchedBy.Isbn })
            .ToList();
        if (exact.Count == 1 || result.Hits.Count == 1)
            return OnlyOne(turn, (exact.FirstOrDefault() ?? result.Hits[0]).Record);
        var several = Several(NameOf(result, exact.Count), Records(result), query.Text);
        return ForReader(turn, several, Records(result));
    }

    /// <summary>The volume that was asked for, be it a volume or a number in the title ("불편한 편의점 2").</summary>
    private static bool IsOfVolume(CatalogRecord record, int? volume) =>
        volume is { } number
        && (record.Volume == number || record.Title.EndsWith($" {number}", StringComparison.Ordinal));

    private static string NameOf(SearchResult result, int exact) =>
        result.Hits[0].By switch
        {
            MatchedBy.Author => "by-author",
            MatchedBy.Subject => "by-words",
            _ => exact > 0 ? "found-several" : "found-close",
        };

    private static List<CatalogRecord> Records(SearchResult result) => [.. result.Hits.Select(hit => hit.Record)];

    /// <summary>A new search found one: the list of an earlier one is over.</summary>
    private Reply OnlyOne(Turn turn, CatalogRecord record) =>
        ForReader(turn, BookList.Without(shelf.Found(record, turn)), [record]);

    private Reply Several(
        string name,
        IReadOnlyList<CatalogRecord> found,
        string title = "",
        int? volume = null,
        string? reader = null
    ) =>
        list.Under(
            Reply.Say(
                name,
                new
                {
                    title,
                    volume,
                    reader,
                    two = found.Count > 1,
                    more = found.Count > BookList.MostAtOnce,
                }
            ),
            found
        );

    [GeneratedRegex(
        @"^(제\s*)?(?<number>\d{1,3})\s*권(은|이|을|요|은요|이요|이에요|만|으로)?(\s*(있어요|있나요|보여\s?주세요|주세요))?[\s?!.~]*$"
    )]
    private static partial Regex VolumeAlone();
}
