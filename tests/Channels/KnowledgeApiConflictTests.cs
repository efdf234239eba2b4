using Bupyeong.Chatbot.Knowledge;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Channels;

/// <summary>What is refused at the desk of the entries, and what many do there at once.</summary>
public sealed class KnowledgeApiConflictTests
{
    private const string Slug = EntryEditor.Slug;
    private const string At = EntryEditor.At;
    private const string Question = "회원증을 잃어버렸어요";

    [Fact]
    public async Task Who_saves_on_an_old_version_hears_who_was_first_and_finds_both_texts()
    {
        await using var host = StaffCaller.Host();
        var staff = new StaffCaller(host);
        var draft = await EntryEditor.Drafts(staff, "첫째가 썼어요.", "부개도서관 사서");

        var refused = await staff.RefusedToPut(
            409,
            "EditConflict",
            $"{At}/draft",
            new
            {
                name = "청천도서관 사서",
                text = await EntryEditor.Text(staff, "둘째가 썼어요."),
                basedOn = 1,
            }
        );

        Assert.Equal("부개도서관 사서", refused.GetProperty("by").GetString());
        Assert.Equal((2, draft), (refused.GetProperty("version").GetInt32(), draft));
        Assert.Equal(host.Clock.GetUtcNow(), refused.GetProperty("at").GetDateTimeOffset());
        var kept = await staff.Gets($"{At}/versions/2");
        Assert.Contains(
            "첫째가",
            kept.GetProperty("version").GetProperty("text").GetString(),
            StringComparison.Ordinal
        );
        var lost = Assert.Single((await staff.Gets("/knowledge/conflicts")).GetProperty("conflicts").EnumerateArray());
        Assert.Contains("둘째가", lost.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.True((await staff.Gets(At)).GetProperty("entry").GetProperty("hasConflict").GetBoolean());
    }

    [Theory]
    [InlineData("status: sample", "status: perhaps", "lost-card.md(2): status: 'perhaps'")]
    [InlineData("slug: lost-card", "slug: found-card", "lost-card.md(1): the slug of the text is 'found-card'")]
    [InlineData("effective_from: 2026-01-01", "effective_from: soon", "lost-card.md(6): effective_from: 'soon'")]
    [InlineData("audience: [", "audience: [[", "lost-card.md(")]
    public async Task A_text_that_cannot_be_read_is_refused_with_its_line(string right, string wrong, string message)
    {
        await using var host = StaffCaller.Host();
        var staff = new StaffCaller(host);
        var text = (await EntryEditor.Text(staff, "새 문장이에요.")).Replace(right, wrong, StringComparison.Ordinal);

        var refused = await staff.RefusedToPut(
            422,
            "Unprocessable",
            $"{At}/draft",
            new
            {
                name = "사서",
                text,
                basedOn = 1,
            }
        );

        Assert.StartsWith(message, refused.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Single((await staff.Gets(At)).GetProperty("versions").EnumerateArray());
    }

    [Fact]
    public async Task A_call_that_makes_no_sense_is_refused_and_changes_nothing()
    {
        await using var host = StaffCaller.Host();
        var staff = new StaffCaller(host);
        var draft = await EntryEditor.Drafts(staff, "새로운 첫 문장이에요.");

        await staff.RefusedToRead(404, "NotFound", "/knowledge/unknown");
        await staff.RefusedToRead(404, "NotFound", $"{At}/versions/9");
        await staff.Refused(404, "NotFound", $"{At}/publish", new { name = "사서", draft = 9 });
        await staff.Refused(409, "EditConflict", $"{At}/publish", new { name = "사서", draft = 1 });
        await staff.Refused(422, "Unprocessable", $"{At}/publish", new { name = "사서" });
        await staff.Refused(422, "Unprocessable", $"{At}/publish", new { draft });
        await staff.Refused(
            422,
            "Unprocessable",
            $"{At}/publish",
            new
            {
                name = "사서",
                draft,
                from = "2026-11-23",
            }
        );
        await staff.Refused(
            422,
            "Unprocessable",
            $"{At}/publish",
            new
            {
                name = "사서",
                draft,
                from = "내일",
            }
        );
        await staff.Refused(409, "EditConflict", $"{At}/withdraw", new { name = "사서", basedOn = 1 });
        await staff.Refused(404, "NotFound", $"{At}/rollback", new { name = "사서", to = draft });
        await staff.RefusedToPut(
            422,
            "Unprocessable",
            $"{At}/draft",
            new
            {
                name = "사서",
                text = "---",
                basedOn = 2,
            }
        );
        await staff.RefusedToPut(
            422,
            "Unprocessable",
            $"{At}/draft",
            new
            {
                name = "사서",
                text = new string('가', 30_000),
                basedOn = 2,
            }
        );
        await staff.RefusedToPut(
            413,
            "RequestEntityTooLarge",
            $"{At}/draft",
            new
            {
                name = "사서",
                text = new string('가', 90_000),
                basedOn = 2,
            }
        );
        await new StaffCaller(host, key: null).RefusedToRead(401, "Unauthorized", "/knowledge");

        Assert.Equal(2, (await staff.Gets(At)).GetProperty("versions").GetArrayLength());
    }

    /// <summary>While editions change under them, readers are always answered.</summary>
    [Fact]
    public async Task Nobody_waits_or_misses_an_answer_while_editions_change()
    {
        await using var host = StaffCaller.Host();
        var staff = new StaffCaller(host);
        var published = host.Get<PublishedKnowledge>();
        using var stop = new CancellationTokenSource();
        var readers = Enumerable
            .Range(0, 4)
            .Select(_ =>
                Task.Run(() =>
                {
                    var asked = 0;
                    for (; !stop.IsCancellationRequested; asked++)
                        Assert.Equal(Slug, published.Current.Ask(Question, new(2026, 11, 24))?.Entry.Slug);
                    return asked;
                })
            )
            .ToList();
        for (var edition = 0; edition < 5; edition++)
        {
            var draft = await EntryEditor.Drafts(staff, $"{edition}번째 판이에요.");
            await staff.Posts($"{At}/publish", new { name = "사서", draft });
        }
        await stop.CancelAsync();

        Assert.All(await Task.WhenAll(readers), asked => Assert.True(asked > 0));
        Assert.Equal("4번째 판이에요.", published.Current.Ask(Question, new(2026, 11, 24))!.Sentences[0]);
    }
}
