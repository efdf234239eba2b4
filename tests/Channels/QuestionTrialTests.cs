using System.Text.Json;
using Bupyeong.Chatbot.Tests.Knowledge;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Channels;

/// <summary>The questions of a draft, asked before it is published.</summary>
public sealed class QuestionTrialTests
{
    private const string Slug = "quokka-day";
    private const string Critical = "책 늦게 내면 돈 내요?";

    [Fact]
    public async Task A_draft_tells_who_would_answer_each_of_its_questions_and_nothing_changes()
    {
        await using var host = StaffCaller.Host();
        var staff = new StaffCaller(host);
        await Drafts(staff, "쿼카의 날에도 도서관 이용 규칙이 같은가요?");

        var tried = await staff.Posts($"/knowledge/{Slug}/try", new { name = "사서", draft = 1 });

        Assert.Equal(1, tried.GetProperty("passes").GetInt32());
        Assert.Equal(Slug, tried.GetProperty("questions")[0].GetProperty("answeredBy").GetString());
        Assert.False(
            (await staff.Gets($"/knowledge/{Slug}")).GetProperty("entry").TryGetProperty("current", out var current)
                && current.ValueKind is JsonValueKind.Number
        );
    }

    [Fact]
    public async Task A_draft_that_would_take_a_critical_question_from_its_entry_is_not_published_unless_staff_say_so()
    {
        await using var host = StaffCaller.Host();
        var staff = new StaffCaller(host);
        await Drafts(staff, Critical);
        var publish = new { name = "사서", draft = 1 };

        var error = await staff.Refused(422, "Unprocessable", $"/knowledge/{Slug}/publish", publish);
        Assert.Contains(
            $"\"{Critical}\" of overdue-fee by {Slug}",
            error.GetProperty("message").GetString(),
            StringComparison.Ordinal
        );
        var resident = await Resident.ComesTo(host);
        await resident.Says(Critical);
        Assert.DoesNotContain("쿼카", resident.Heard[0].Text, StringComparison.Ordinal);

        var published = await staff.Posts(
            $"/knowledge/{Slug}/publish",
            new
            {
                name = "사서",
                draft = 1,
                despite = true,
            }
        );
        Assert.Equal(2, published.GetProperty("version").GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task A_draft_that_does_not_answer_its_own_critical_question_is_not_published()
    {
        await using var host = StaffCaller.Host();
        var staff = new StaffCaller(host);
        await Drafts(staff, $"{{ text: \"{Critical}\", critical: true }}", effectiveFrom: "2025-12-01");

        await staff.Refused(422, "Unprocessable", $"/knowledge/{Slug}/publish", new { name = "사서", draft = 1 });
        await staff.Refused(404, "NotFound", $"/knowledge/{Slug}/try", new { name = "사서", draft = 7 });
        await staff.Refused(422, "Unprocessable", $"/knowledge/{Slug}/try", new { name = "사서" });
    }

    private static Task<JsonElement> Drafts(StaffCaller staff, string question, string effectiveFrom = "2026-06-01") =>
        staff.Puts(
            $"/knowledge/{Slug}/draft",
            new
            {
                name = "사서",
                text = StoredKnowledge
                    .Entry(Slug, "쿼카의 날에는 문을 열어요.", question)
                    .Replace(
                        "effective_from: 2026-01-01",
                        $"effective_from: {effectiveFrom}",
                        StringComparison.Ordinal
                    ),
                basedOn = 0,
            }
        );
}
