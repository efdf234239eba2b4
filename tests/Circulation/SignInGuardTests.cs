using System.Net;
using Bupyeong.Chatbot.Circulation;
using Bupyeong.Chatbot.Tests.Branches;
using static Bupyeong.Chatbot.Tests.Branches.Bupyeong;
using static Bupyeong.Chatbot.Tests.Circulation.SampleLibrary;

namespace Bupyeong.Chatbot.Tests.Circulation;

public class SignInGuardTests
{
    private readonly StoppedClock clock = new(At("2026-11-22 14:05"));
    private readonly CountingLibrary library = new();
    private readonly SignInGuard guard;

    public SignInGuardTests() => guard = new(library, clock, new());

    [Fact]
    public async Task Three_mistakes_are_free_and_then_the_wait_doubles()
    {
        foreach (var seconds in new[] { 0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900 })
        {
            Assert.Equal(new SignInAnswer.Refused(TimeSpan.FromSeconds(seconds)), await Try("wrong"));
            clock.Now += TimeSpan.FromSeconds(seconds);
        }
    }

    [Fact]
    public async Task A_try_during_the_wait_reaches_nobody_and_lengthens_nothing()
    {
        await Fail(times: 4);
        clock.Now += TimeSpan.FromSeconds(1);

        Assert.Equal(new SignInAnswer.TooSoon(TimeSpan.FromSeconds(1)), await Try(CountingLibrary.RightPin));
        Assert.Equal(new SignInAnswer.TooSoon(TimeSpan.FromSeconds(1)), await Try("wrong"));
        Assert.Equal(4, library.Calls);

        clock.Now += TimeSpan.FromSeconds(1);
        Assert.IsType<SignInAnswer.Accepted>(await Try(CountingLibrary.RightPin));
    }

    [Fact]
    public async Task The_rightful_owner_gets_in_after_the_longest_wait_however_many_tried()
    {
        for (var n = 0; n < 5000; n++)
        {
            await Try("wrong", address: IPAddress.Parse($"10.0.{n / 250}.{n % 250}"));
            clock.Now += TimeSpan.FromSeconds(7);
        }
        clock.Now += new SignInLimits().LongestDelay;

        Assert.IsType<SignInAnswer.Accepted>(await Try(CountingLibrary.RightPin));
    }

    [Fact]
    public async Task A_day_of_guessing_is_about_a_hundred_guesses()
    {
        for (var second = 0; second < 24 * 60 * 60; second += 2)
        {
            await Try("wrong", address: null);
            clock.Now += TimeSpan.FromSeconds(2);
        }

        Assert.InRange(library.Calls, 90, 115);
    }

    [Fact]
    public async Task Success_clears_what_was_held_against_a_card()
    {
        await Fail(times: 3);
        await Try(CountingLibrary.RightPin);

        Assert.Equal(new SignInAnswer.Refused(TimeSpan.Zero), await Try("wrong"));
    }

    [Fact]
    public async Task A_day_without_failures_clears_it_too()
    {
        await Fail(times: 4);
        clock.Now += TimeSpan.FromHours(24);

        Assert.Equal(new SignInAnswer.Refused(TimeSpan.Zero), await Try("wrong"));
    }

    [Fact]
    public async Task One_card_typed_in_many_ways_is_one_card()
    {
        foreach (var card in new[] { "P2026000001", "p2026000001", "P2026-000001", "2026000001" })
            await Try("wrong", card);

        Assert.IsType<SignInAnswer.TooSoon>(await Try("wrong", "Ｐ２０２６００００01"));
    }

    [Fact]
    public async Task Many_at_once_do_not_slip_through_together()
    {
        library.Delay = TimeSpan.FromMilliseconds(20);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => Try("wrong"))));

        Assert.Equal(4, library.Calls);
    }

    [Fact]
    public async Task Unknown_cards_are_treated_as_known_ones()
    {
        var known = new List<SignInAnswer>();
        var unknown = new List<SignInAnswer>();
        for (var n = 0; n < 8; n++)
        {
            known.Add(await Try("wrong"));
            unknown.Add(await Try("wrong", "P2026999999"));
            clock.Now += TimeSpan.FromSeconds(3);
        }

        Assert.Equal(known, unknown);
        Assert.Equal(library.CallsFor("P2026000001"), library.CallsFor("P2026999999"));
    }

    [Fact]
    public async Task Too_many_failures_from_one_address_have_their_own_answer()
    {
        for (var n = 0; n < 30; n++)
            Assert.IsType<SignInAnswer.Refused>(await Try("wrong", $"P{n:0000000000}"));
        clock.Now += TimeSpan.FromMinutes(5);

        Assert.Equal(new SignInAnswer.TooManyFromHere(TimeSpan.FromMinutes(10)), await Try(CountingLibrary.RightPin));
        Assert.IsType<SignInAnswer.Accepted>(
            await Try(CountingLibrary.RightPin, address: IPAddress.Parse("198.51.100.7"))
        );
        clock.Now += TimeSpan.FromMinutes(10);
        Assert.IsType<SignInAnswer.Accepted>(await Try(CountingLibrary.RightPin));
    }

    [Fact]
    public async Task Neighbouring_IPv6_addresses_are_one()
    {
        for (var n = 0; n < 30; n++)
            await Try("wrong", $"P{n:0000000000}", IPAddress.Parse($"2001:db8::{n + 1:x}"));

        Assert.IsType<SignInAnswer.TooManyFromHere>(await Try("wrong", address: IPAddress.Parse("2001:db8::ffff")));
    }

    [Fact]
    public async Task Readers_of_one_branch_behind_one_address_sign_in_as_often_as_they_like()
    {
        for (var n = 0; n < 500; n++)
            Assert.IsType<SignInAnswer.Accepted>(await Try(CountingLibrary.RightPin));
    }

    [Fact]
    public async Task A_library_system_that_is_down_costs_nobody_a_try()
    {
        await Fail(times: 4);
        clock.Now += TimeSpan.FromSeconds(2);
        library.IsDown = true;
        for (var n = 0; n < 10; n++)
            await Assert.ThrowsAsync<LibrarySystemUnavailableException>(() => Try(CountingLibrary.RightPin));

        library.IsDown = false;
        Assert.IsType<SignInAnswer.Accepted>(await Try(CountingLibrary.RightPin));
    }

    [Fact]
    public async Task Memory_is_bounded_and_a_flood_does_not_wash_away_a_card_under_attack()
    {
        var guard = new SignInGuard(library, clock, new() { Remembered = 1000 });
        for (var n = 0; n < 4; n++)
            await guard.SignInAsync("P2026000001", "wrong", null, Cancellation);

        for (var n = 0; n < 20_000; n++)
        {
            var address = IPAddress.Parse($"10.0.{n / 256}.{n % 256}");
            await guard.SignInAsync($"P{n:0000000000}", "wrong", address, Cancellation);
        }

        Assert.InRange(guard.Remembered, 1, 2000);
        Assert.IsType<SignInAnswer.TooSoon>(
            await guard.SignInAsync("P2026000001", CountingLibrary.RightPin, null, Cancellation)
        );
    }

    private async Task Fail(int times)
    {
        for (var n = 0; n < times; n++)
            Assert.IsType<SignInAnswer.Refused>(await Try("wrong"));
    }

    private Task<SignInAnswer> Try(string pin, string card = "P2026000001") =>
        Try(pin, card, IPAddress.Parse("203.0.113.9"));

    private Task<SignInAnswer> Try(string pin, IPAddress? address) => Try(pin, "P2026000001", address);

    private Task<SignInAnswer> Try(string pin, string card, IPAddress? address) =>
        guard.SignInAsync(card, pin, address, Cancellation);
}
