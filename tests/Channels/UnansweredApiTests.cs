using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Channels;

/// <summary>What residents ask in vain, as staff see it.</summary>
public sealed class UnansweredApiTests
{
    private const string Question = "도서관 일 년 예산이 얼마나 되는지 제 번호 010-1234-5678로 알려 주세요";

    [Fact]
    public async Task What_nothing_answers_is_listed_once_with_how_often_it_was_asked_and_without_personal_data()
    {
        await using var host = StaffCaller.Host();
        var staff = new StaffCaller(host);
        foreach (var question in new[] { "도서관 일 년 예산이 얼마예요", "도서관 일 년 예산이 얼마예요" })
        {
            var resident = await Resident.ComesTo(host);
            await resident.Says(question);
        }
        var another = await Resident.ComesTo(host);
        await another.Says(Question);

        var listed = (await staff.Gets("/unanswered")).GetProperty("questions");
        Assert.Equal("도서관 일 년 예산이 얼마예요", listed[0].GetProperty("question").GetString());
        Assert.Equal(2, listed[0].GetProperty("times").GetInt32());
        Assert.DoesNotContain("1234", listed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_staff_have_seen_to_is_struck_off()
    {
        await using var host = StaffCaller.Host();
        var staff = new StaffCaller(host);
        var resident = await Resident.ComesTo(host);
        await resident.Says("도서관 일 년 예산이 얼마예요");
        var strike = new { name = "자료봉사 담당", text = "도서관 일 년 예산이 얼마예요" };

        await staff.Posts("/unanswered/strike", strike);

        Assert.Equal(0, (await staff.Gets("/unanswered")).GetProperty("questions").GetArrayLength());
        await staff.Refused(404, "NotFound", "/unanswered/strike", strike);
        await staff.Refused(422, "Unprocessable", "/unanswered/strike", new { name = "자료봉사 담당" });
    }

    [Fact]
    public async Task What_nobody_asks_any_more_is_gone_after_half_a_year()
    {
        await using var host = StaffCaller.Host();
        var staff = new StaffCaller(host);
        var resident = await Resident.ComesTo(host);
        await resident.Says("도서관 일 년 예산이 얼마예요");

        host.Clock.Set(host.Clock.GetUtcNow().AddDays(179));
        Assert.Equal(1, (await staff.Gets("/unanswered")).GetProperty("questions").GetArrayLength());
        host.Clock.Set(host.Clock.GetUtcNow().AddDays(2));
        Assert.Equal(0, (await staff.Gets("/unanswered")).GetProperty("questions").GetArrayLength());
        resident = await Resident.ComesTo(host);
        await resident.Says("관장님 월급이 얼마예요");
        await using var connection = host.Get<Storage.Database>().Open();
        await using var count = connection.CreateCommand();
        count.CommandText = "SELECT count(*) FROM unanswered";
        Assert.Equal(1L, await count.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }
}
