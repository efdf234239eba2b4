using System.Globalization;
using System.Text;
using Bupyeong.Chatbot.Channels.DirectLine;
using Bupyeong.Chatbot.Knowledge;

namespace Bupyeong.Chatbot.Channels.Staff;

/// <summary>What the library tells: looked through, drafted, published from a day on, withdrawn and rolled back.</summary>
public static class KnowledgeApi
{
    private const int LargestEntry = 64 * 1024;

    // JSON may write a letter of three bytes as "\uc548".
    private const int LargestBody = 3 * LargestEntry;

    public static void MapKnowledge(this RouteGroupBuilder door)
    {
        door.MapGet("/knowledge", All);
        door.MapGet("/knowledge/conflicts", Conflicts);
        door.MapGet("/knowledge/clashes", Clashes);
        door.MapGet("/knowledge/{slug}", One);
        door.MapGet("/knowledge/{slug}/versions/{version:int}", Version);
        door.MapPut("/knowledge/{slug}/draft", SaveAsync);
        door.MapPost("/knowledge/{slug}/try", TryAsync);
        door.MapPost("/knowledge/{slug}/publish", PublishAsync);
        door.MapPost("/knowledge/{slug}/withdraw", WithdrawAsync);
        door.MapPost("/knowledge/{slug}/rollback", RollBackAsync);
    }

    private static IResult All(KnowledgeStore store)
    {
        var conflicts = store.Conflicts().Select(conflict => conflict.Slug).ToHashSet();
        var entries = store.All().GroupBy(version => version.Slug);
        return Results.Json(
            new { entries = entries.Select(entry => Summary([.. entry], store.Today, conflicts.Contains(entry.Key))) }
        );
    }

    private static IResult Conflicts(KnowledgeStore store) =>
        Results.Json(new { conflicts = store.Conflicts().Select(Shown) });

    /// <summary>Questions and days that several entries claim, with the entry that answers first.</summary>
    private static IResult Clashes(PublishedKnowledge published, KnowledgeStore store) =>
        Results.Json(
            new
            {
                clashes = published
                    .Current.ClashesOn(store.Today)
                    .Select(clash => new
                    {
                        clash.Question,
                        clash.Days?.From,
                        clash.Days?.To,
                        entries = clash.Entries.Select(entry => new
                        {
                            entry.Slug,
                            entry.Title,
                            entry.EffectiveFrom,
                        }),
                    }),
            }
        );

    /// <summary>An entry with the text that answers today, every version that it has had, and what was not taken.</summary>
    private static IResult One(string slug, KnowledgeStore store)
    {
        var versions = store.Of(slug);
        var conflicts = store.Conflicts().Where(conflict => conflict.Slug == slug).ToList();
        return Results.Json(
            new
            {
                entry = Summary(versions, store.Today, conflicts.Count > 0),
                current = Standing.On(versions, store.Today) is { } current ? Shown(current, withText: true) : null,
                draft = Standing.Draft(versions) is { } draft ? Shown(draft, withText: true) : null,
                versions = versions.Select(version => Shown(version)),
                conflicts = conflicts.Select(Shown),
            }
        );
    }

    private static IResult Version(string slug, int version, KnowledgeStore store) =>
        Answer(
            store.Of(slug).FirstOrDefault(known => known.Version == version)
                ?? throw new NoSuchEntryException($"version {version} of {slug}"),
            withText: true
        );

    private static async Task<IResult> SaveAsync(string slug, HttpContext http, KnowledgeEditing editing)
    {
        var call = await StaffCall.ReadAsync(http, LargestBody);
        if (call.Text is not { Length: > 0 } text || Encoding.UTF8.GetByteCount(text) > LargestEntry)
            throw StaffCall.Unprocessable($"'text' has between 1 and {LargestEntry} bytes.");
        var basedOn = call.BasedOn ?? throw StaffCall.Unprocessable("'basedOn' is the version that was read, or 0.");
        return await AnswerAsync(() => editing.SaveAsync(slug, text + '\n', basedOn, Act(call)));
    }

    /// <summary>The questions of a draft and who would answer each; of other entries those that it would take from them.</summary>
    private static async Task<IResult> TryAsync(string slug, HttpContext http, KnowledgeEditing editing)
    {
        var call = await StaffCall.ReadAsync(http);
        try
        {
            var tried = editing.Try(slug, DraftOf(call), From(call));
            return Results.Json(new { passes = tried.Count(question => question.Passes), questions = tried });
        }
        catch (InvalidDataException wrong)
        {
            throw StaffCall.Unprocessable(wrong.Message);
        }
    }

    private static int DraftOf(StaffCall call) =>
        call.Draft ?? throw StaffCall.Unprocessable("'draft' is the version of the draft that was read.");

    private static async Task<IResult> PublishAsync(string slug, HttpContext http, KnowledgeEditing editing)
    {
        var call = await StaffCall.ReadAsync(http);
        var act = Act(call) with { Despite = call.Despite };
        return await AnswerAsync(() => editing.PublishAsync(slug, DraftOf(call), From(call), act));
    }

    private static async Task<IResult> WithdrawAsync(string slug, HttpContext http, KnowledgeEditing editing)
    {
        var call = await StaffCall.ReadAsync(http);
        return await AnswerAsync(() => editing.WithdrawAsync(slug, call.BasedOn, From(call), Act(call)));
    }

    private static async Task<IResult> RollBackAsync(string slug, HttpContext http, KnowledgeEditing editing)
    {
        var call = await StaffCall.ReadAsync(http);
        var to = call.To ?? throw StaffCall.Unprocessable("'to' is the version to go back to.");
        return await AnswerAsync(() => editing.RollBackAsync(slug, to, call.BasedOn, Act(call)));
    }

    private static StaffAct Act(StaffCall call) =>
        call.Note is { Length: > StaffCall.LongestText }
            ? throw StaffCall.Unprocessable($"'note' has at most {StaffCall.LongestText} characters.")
            : new(call.Name!, call.Note);

    private static DateOnly? From(StaffCall call) =>
        call.From is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
        : throw StaffCall.Unprocessable("'from' is a date such as 2026-12-01.");

    private static async Task<IResult> AnswerAsync(Func<Task<EntryVersion>> act)
    {
        try
        {
            return Answer(await act());
        }
        catch (InvalidDataException wrong)
        {
            throw StaffCall.Unprocessable(wrong.Message);
        }
    }

    private static IResult Answer(EntryVersion version, bool withText = false) =>
        Results.Json(new { version = Shown(version, withText) });

    /// <summary>What answers today, what was decided last and may begin later, and the draft that waits.</summary>
    private static object Summary(IReadOnlyList<EntryVersion> versions, DateOnly today, bool hasConflict)
    {
        var decided = Standing.Decided(versions);
        var newest = decided ?? versions[^1];
        return new
        {
            newest.Slug,
            newest.Title,
            status = Name(newest.Status),
            from = newest.From,
            to = newest.To,
            current = Standing.On(versions, today)?.Version,
            decided = decided?.Version,
            draft = Standing.Draft(versions)?.Version,
            newest = versions[^1].Version,
            hasConflict,
        };
    }

    private static object Shown(EntryVersion version, bool withText = false) =>
        new
        {
            version.Version,
            status = Name(version.Status),
            version.From,
            version.To,
            version.Title,
            act = Name(version.Act),
            of = version.Of,
            version.By,
            version.At,
            version.Note,
            text = withText ? version.Text : null,
        };

    private static object Shown(EntryConflict conflict) =>
        new
        {
            conflict.Slug,
            conflict.Version,
            act = Name(conflict.Act),
            conflict.By,
            conflict.At,
            conflict.Text,
        };

    /// <summary>"RollBack" is told as "rollback".</summary>
    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
