using System.Net;
using Bupyeong.Chatbot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static Bupyeong.Chatbot.Tests.Support.DirectLineCaller;

namespace Bupyeong.Chatbot.Tests.Channels;

/// <summary>More than a person would send, and a world that is broken.</summary>
public sealed class DirectLineLoadTests
{
    [Fact]
    public async Task Fifty_messages_at_once_are_all_answered_in_their_order()
    {
        await using var host = new LibraryHost();
        var client = await Opens(host);

        var ids = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(async i => await IdOf(await client.Says($"{i}번 책")))
        );

        var read = await client.ReadsUntil(read => read.Answered().Count >= 51);
        Assert.Equal(ids.Order(StringComparer.Ordinal), read.Answered().Skip(1));
        Assert.Equal(read.Select(Activities.Id).Order(StringComparer.Ordinal), read.Select(Activities.Id));
    }

    [Fact]
    public async Task More_than_a_hundred_waiting_are_too_many_and_no_accepted_one_is_lost()
    {
        await using var host = new LibraryHost();
        var client = await Opens(host);
        await client.ReadsUntil(read => read.Answered().Count == 1);
        using var store = new Store(host);
        store.Hold();

        var calls = Enumerable.Range(0, 150).Select(i => client.Says("안녕", $"m-{i}")).ToList();
        while (calls.Count(call => call.IsCompleted) < 50)
            await Task.Delay(5, TestContext.Current.CancellationToken);
        store.LetGo();
        var answers = await Task.WhenAll(calls);

        var refused = answers.Where(answer => answer.StatusCode is HttpStatusCode.TooManyRequests).ToList();
        Assert.Equal(50, refused.Count);
        Assert.NotNull(refused[0].Headers.RetryAfter);
        await Refused(429, "TooManyRequests", Task.FromResult(refused[0]));
        var read = await client.ReadsUntil(read => read.Answered().Count >= 101);
        Assert.Equal(101, read.Answered().Count);
    }

    [Fact]
    public async Task Tokens_are_limited_by_address_and_minute()
    {
        await using var host = new LibraryHost().With("DirectLine:TokensPerMinute", "5");
        var client = new DirectLineCaller(host);
        for (var i = 0; i < 5; i++)
            await client.Generates();

        var refused = await Refused(429, "TooManyRequests", client.Posts("/tokens/generate"));

        Assert.NotNull(refused.Headers.RetryAfter);
        (await client.Posts("/conversations")).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task A_broken_store_is_told_and_what_was_accepted_is_answered_when_it_is_back()
    {
        await using var host = new LibraryHost();
        var client = await Opens(host);
        await client.ReadsUntil(read => read.Answered().Count == 1);
        using var store = new Store(host);
        store.Break();

        var refused = await Refused(503, "ServiceUnavailable", client.Says("안녕", "again"));
        await Refused(503, "ServiceUnavailable", client.Gets($"/conversations/{client.Conversation}/activities"));
        Assert.NotNull(refused.Headers.RetryAfter);
        store.Mend();

        var id = await IdOf(await client.Says("안녕", "again"));
        var read = await client.ReadsUntil(read => read.Answered().Count >= 2);
        Assert.Equal(id, read.Answered()[^1]);
    }

    [Fact]
    public async Task A_failure_that_nobody_foresaw_is_a_bad_gateway()
    {
        var clock = new BreakableClock();
        await using var host = new LibraryHost(change: services => services.AddSingleton<TimeProvider>(clock));
        var client = await Opens(host);
        await client.ReadsUntil(read => read.Answered().Count == 1);
        clock.IsBroken = true;

        await Refused(502, "BotRejectedActivity", client.Says("안녕"));

        clock.IsBroken = false;
        (await client.Says("안녕")).EnsureSuccessStatusCode();
    }

    private sealed class BreakableClock : TimeProvider
    {
        public volatile bool IsBroken;

        public override DateTimeOffset GetUtcNow() =>
            IsBroken ? throw new InvalidTimeZoneException("The clock is broken.") : base.GetUtcNow();
    }
}
