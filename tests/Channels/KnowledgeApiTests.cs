using System.Text.Json;
using Bupyeong.Chatbot.Knowledge;
using Bupyeong.Chatbot.Tests.Knowledge;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Channels;

/// <summary>Entries as staff draft, publish, withdraw and roll them back, and as residents hear of it.</summary>
public sealed class KnowledgeApiTests
{
    private const string Slug = EntryEditor.Slug;
    private const string At = EntryEditor.At;
    private const string Question = "회원증을 잃어버렸어요";

    [Fact]
    public async Task What_is_published_is_heard_in_the_next_turn_and_stands_on_its_page_with_its_version()
    {
        await using var host = StaffCaller.Host();
        var staff = new StaffCaller(host);
        var resident = await Resident.ComesTo(host);
        await resident.Says(Question);
        Assert.DoesNotContain("새로운 첫 문장", resident.Heard[0].Text, StringComparison.Ordinal);

        var draft = await EntryEditor.Drafts(staff, "새로운 첫 문장이에요.");
        await resident.Says(Question);
        Assert.DoesNotContain("새로운 첫 문장", resident.Heard[0].Text, StringComparison.Ordinal);
        var published = await staff.Posts($"{At}/publish", new { name = "자료봉사 담당", draft });
        resident = await Resident.ComesTo(host);
        await resident.Says(Question);

        resident.Hears("library-rule/answer");
        Assert.StartsWith("새로운 첫 문장이에요.", resident.Heard[0].Text, StringComparison.Ordinal);
        Assert.Contains("3판", resident.Heard[0].Shown, StringComparison.Ordinal);
        Assert.Equal(3, published.GetProperty("version").GetProperty("version").GetInt32());
        (await Page.Open(host, $"/knowledge/{Slug}")).Says("새로운 첫 문장이에요.");
    }

    [Fact]
    public async Task An_entry_that_is_new_is_heard_of_too()
    {
        await using var host = StaffCaller.Host();
        var staff = new StaffCaller(host);
        var text = StoredKnowledge.Entry(
            "quokka-day",
            "쿼카의 날에는 문을 열어요.",
            "쿼카의 날에도 도서관 이용 규칙이 같은가요?"
        );
        await staff.Puts(
            "/knowledge/quokka-day/draft",
            new
            {
                name = "사서",
                text,
                basedOn = 0,
            }
        );
        await staff.Posts("/knowledge/quokka-day/publish", new { name = "사서", draft = 1 });

        var resident = await Resident.ComesTo(host);
        await resident.Says("쿼카의 날에도 도서관 이용 규칙이 같은가요?");

        Assert.StartsWith("쿼카의 날에는 문을 열어요.", resident.Heard[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Published_from_a_day_it_is_heard_from_that_day_on()
    {
        await using var host = StaffCaller.Host();
        var staff = new StaffCaller(host);
        var draft = await EntryEditor.Drafts(staff, "새로운 첫 문장이에요.");
        await staff.Posts(
            $"{At}/publish",
            new
            {
                name = "사서",
                draft,
                from = "2026-12-01",
            }
        );
        var listed = Listed(await staff.Gets("/knowledge"));
        Assert.Equal((1, 3), (listed.GetProperty("current").GetInt32(), listed.GetProperty("decided").GetInt32()));

        var resident = await Resident.ComesTo(host);
        await resident.Says(Question);
        Assert.DoesNotContain("새로운 첫 문장", resident.Heard[0].Text, StringComparison.Ordinal);
        host.Clock.Set(Clock.Seoul("2026-12-01 09:00"));
        resident = await Resident.ComesTo(host);
        await resident.Says(Question);

        Assert.StartsWith("새로운 첫 문장이에요.", resident.Heard[0].Text, StringComparison.Ordinal);
        Assert.Contains("2026년 12월 1일부터", resident.Heard[0].Shown, StringComparison.Ordinal);
        Assert.Equal(3, Listed(await staff.Gets("/knowledge")).GetProperty("current").GetInt32());
    }

    [Fact]
    public async Task What_is_withdrawn_is_not_heard_nor_shown_until_it_is_rolled_back()
    {
        await using var host = StaffCaller.Host();
        var staff = new StaffCaller(host);
        var before = host.Get<PublishedKnowledge>().Current.Ask(Question, new(2026, 11, 24))!.Sentences;

        await staff.Posts(
            $"{At}/withdraw",
            new
            {
                name = "사서",
                basedOn = 1,
                note = "틀린 안내",
            }
        );
        var resident = await Resident.ComesTo(host);
        await resident.Says(Question);
        Assert.DoesNotContain(before[0], resident.Heard[0].Text, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await Page.Open(host, $"/knowledge/{Slug}")).Status);
        Assert.Equal("withdrawn", Listed(await staff.Gets("/knowledge")).GetProperty("status").GetString());

        await staff.Posts($"{At}/rollback", new { name = "사서", to = 1 });
        await resident.Says(Question);

        Assert.StartsWith(before[0], resident.Heard[0].Text, StringComparison.Ordinal);
        var versions = (await staff.Gets(At)).GetProperty("versions").EnumerateArray().ToList();
        Assert.Equal(
            ["file", "withdraw", "rollback"],
            versions.Select(version => version.GetProperty("act").GetString())
        );
        Assert.Equal(
            ["lost-card.md", "사서", "사서"],
            versions.Select(version => version.GetProperty("by").GetString())
        );
        Assert.Equal("틀린 안내", versions[1].GetProperty("note").GetString());
    }

    [Fact]
    public async Task Sixty_kilobytes_of_text_are_kept_and_can_be_compared()
    {
        await using var host = StaffCaller.Host();
        var staff = new StaffCaller(host);
        var text = await EntryEditor.Text(staff, string.Concat(Enumerable.Repeat("긴 문장이에요. ", 2500)));

        await staff.Puts(
            $"{At}/draft",
            new
            {
                name = "사서",
                text,
                basedOn = 1,
            }
        );

        var kept = (await staff.Gets($"{At}/versions/2")).GetProperty("version").GetProperty("text").GetString();
        Assert.Equal(text.Trim() + '\n', kept);
    }

    /// <summary>As "knowledge import" does it beside the host that serves.</summary>
    [Fact]
    public async Task What_another_process_decides_in_the_store_is_heard_without_a_restart()
    {
        await using var host = StaffCaller.Host();
        var published = host.Get<PublishedKnowledge>();
        var edition = published.Current;
        var rules = host.Get<Rules>();
        using var elsewhere = new PublishedKnowledge(edition);
        var editing = new KnowledgeEditing(host.Get<KnowledgeStore>(), rules, elsewhere);
        var started = TimeProvider.System.GetTimestamp();

        await editing.WithdrawAsync(Slug, null, null, new("자료봉사"));
        while (published.Current == edition && TimeProvider.System.GetElapsedTime(started).TotalSeconds < 20)
            await Task.Delay(5, TestContext.Current.CancellationToken);

        Assert.Null(published.Current.Find(Slug));
    }

    private static JsonElement Listed(JsonElement list) =>
        list.GetProperty("entries").EnumerateArray().Single(entry => entry.GetProperty("slug").GetString() == Slug);
}
