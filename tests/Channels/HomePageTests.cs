using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Programs;
using Bupyeong.Chatbot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Bupyeong.Chatbot.Tests.Channels;

/// <summary>The first page: hours and programmes as they are at that moment, and the ways into the conversation.</summary>
public sealed class HomePageTests
{
    [Theory]
    [InlineData("2026-11-24 10:00", 6, 0, 0)]
    [InlineData("2026-11-24 20:30", 3, 3, 0)]
    [InlineData("2026-11-24 08:59", 0, 6, 0)]
    [InlineData("2026-11-23 12:00", 0, 6, 0)]
    [InlineData("2026-12-25 12:00", 0, 6, 0)]
    [InlineData("2029-03-07 12:00", 0, 0, 6)]
    public async Task Each_of_the_six_is_open_or_closed_or_not_known(string moment, int open, int closed, int unknown)
    {
        await using var host = new LibraryHost();
        host.Clock.Set(Clock.Seoul(moment));

        var page = await Page.Open(host, "/");

        Assert.Equal(open, page.Count("doors open"));
        Assert.Equal(closed, page.Count("doors closed"));
        Assert.Equal(unknown, page.Count("doors unknown"));
    }

    [Theory]
    [InlineData("2026-11-24 10:00", "오후 10시까지", "종합자료실 09:00-22:00")]
    [InlineData("2026-11-24 08:00", "오늘 오전 9시에 열어요", "어린이자료실 09:00-18:00")]
    [InlineData("2026-11-24 23:00", "내일 오전 9시에 열어요", "11월 24일 화요일")]
    [InlineData("2026-11-23 10:00", "매주 월요일 휴관", "내일 오전 9시에 열어요")]
    [InlineData("2026-12-25 10:00", "공휴일 휴관, 성탄절", "내일 오전 9시에 열어요")]
    [InlineData("2029-03-07 12:00", "전화로 물어봐 주세요", "tel:032-505-0062")]
    public async Task It_says_until_when_or_why_not_and_when_again(string moment, string first, string second)
    {
        await using var host = new LibraryHost();
        host.Clock.Set(Clock.Seoul(moment));

        var page = await Page.Open(host, "/");

        page.Says(first);
        page.Says(second);
    }

    [Fact]
    public async Task Every_library_has_its_telephone_address_and_speciality_with_its_year()
    {
        await using var host = new LibraryHost();

        var page = await Page.Open(host, "/");

        Assert.All(
            host.Get<BranchDirectory>().Libraries,
            branch =>
            {
                page.Says($"href=\"tel:{branch.Phone}\"");
                page.Says(branch.Address);
                page.Says($"{branch.Speciality} 특화 ({branch.SpecialitySource})");
            }
        );
        page.Says("부평시장역, 하루 내내 열려 있어요");
        page.DoesNotSay("교육청");
    }

    [Fact]
    public async Task Words_and_buttons_lead_into_the_conversation_and_without_scripts_into_the_texts()
    {
        await using var host = new LibraryHost();

        var page = await Page.Open(host, "/");

        Assert.Single(page.All("""<form action="/knowledge" data-library-ask[^>]*>"""));
        Assert.Single(page.All("""<input id="q" name="q"[^>]*>"""));
        Assert.Equal(
            ["infant", "child", "teen", "adult", "senior", "multicultural", "disabled"],
            page.All("""(?<=<button type="button" class="banner" data-library-audience=")[a-z]+""")
        );
        page.Says("<noscript>");
        page.Says("href=\"/knowledge/loan-limit-and-period\"");
    }

    [Fact]
    public async Task The_programmes_of_this_week_are_those_still_to_come()
    {
        await using var host = new LibraryHost();
        host.Clock.Set(Clock.Seoul("2026-11-28 10:45"));

        var page = await Page.Open(host, "/");

        page.Says("이번 주 프로그램");
        page.DoesNotSay("영어 그림책 스토리타임");
        page.Says("초등 공룡 과학 교실");
        page.Says("신청이 끝났어요");
        page.Says("60자리 중 37자리 남았어요");
        page.Says("오후 2시~3시 30분");
    }

    [Fact]
    public async Task A_full_programme_says_how_many_wait()
    {
        await using var host = new LibraryHost();

        (await Page.Open(host, "/")).Says("자리가 찼어요 · 대기 3명");
    }

    [Fact]
    public async Task When_none_is_left_this_week_those_of_the_next_are_shown()
    {
        await using var host = new LibraryHost();
        host.Clock.Set(Clock.Seoul("2026-11-29 21:00"));

        var page = await Page.Open(host, "/");

        page.Says("다음 주 프로그램</h2>");
        page.Says("이번 주에 남은 프로그램은 없어요");
    }

    [Fact]
    public async Task Without_any_programme_it_says_so()
    {
        await using var host = new LibraryHost(change: services =>
            services.AddSingleton(provider => new ProgramCalendar(
                [],
                provider.GetRequiredService<BranchDirectory>(),
                provider.GetRequiredService<TimeProvider>()
            ))
        );

        var page = await Page.Open(host, "/");

        page.Says("class=\"empty\"");
        Assert.Equal(0, page.Count("card program"));
    }
}
