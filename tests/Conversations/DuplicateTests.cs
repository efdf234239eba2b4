using System.Text.Json;
using Bupyeong.Chatbot.Conversations;
using Bupyeong.Chatbot.Tests.Support;
using static Bupyeong.Chatbot.Tests.Support.DirectLineCaller;

namespace Bupyeong.Chatbot.Tests.Conversations;

/// <summary>A message is answered once, in its turn, however often and with however many others it comes.</summary>
public sealed class DuplicateTests
{
    [Fact]
    public async Task The_same_message_sent_fifty_times_at_once_is_one()
    {
        await using var host = new LibraryHost();
        var client = await Opens(host);

        var ids = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(async _ => await IdOf(await client.Says("고마워", "same")))
        );

        var id = Assert.Single(ids.Distinct());
        var last = await IdOf(await client.Says("안녕"));
        var read = await client.ReadsUntil(read => read.Answered().Contains(last));
        Assert.Single(read, activity => activity.Text() == "고마워");
        Assert.Equal([id, last], read.Answered().Skip(1));
        Assert.Equal(3, TurnsOf(host, client));
    }

    [Fact]
    public async Task The_same_message_after_a_restart_is_still_the_same()
    {
        using var folder = new TemporaryFolder();
        string id;
        DirectLineCaller client;
        JsonElement before;
        await using (var host = new LibraryHost(folder.Path))
        {
            client = await Opens(host);
            id = await IdOf(await client.Says("고마워", "same"));
            await client.ReadsUntil(read => read.Answered().Contains(id));
            before = await client.Reads();
        }

        await using var again = new LibraryHost(folder.Path);
        var back = client.At(again);
        var ids = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(async _ => await IdOf(await back.Says("고마워", "same")))
        );

        Assert.Equal(id, Assert.Single(ids.Distinct()));
        Assert.Equal(before.ToString(), (await back.Reads()).ToString());
        var next = await IdOf(await back.Says("안녕", "next"));
        Assert.True(string.CompareOrdinal(next, id) > 0);
        await back.ReadsUntil(read => read.Answered().Contains(next));
    }

    [Fact]
    public async Task The_same_id_in_another_conversation_is_another_message()
    {
        await using var host = new LibraryHost();
        var (one, other) = (await Opens(host), await Opens(host));

        var ids = new[]
        {
            await IdOf(await one.Says("고마워", "same")),
            await IdOf(await other.Says("고마워", "same")),
        };

        Assert.NotEqual(ids[0], ids[1]);
        await one.ReadsUntil(read => read.Answered().Contains(ids[0]));
        await other.ReadsUntil(read => read.Answered().Contains(ids[1]));
    }

    [Fact]
    public async Task A_hundred_messages_at_once_are_a_hundred_turns_in_order()
    {
        await using var host = new LibraryHost();
        var client = await Opens(host);
        await client.ReadsUntil(read => read.Answered().Count == 1);

        var ids = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(async i => await IdOf(await client.Says("고마워", $"m-{i}")))
        );

        var read = await client.ReadsUntil(read => read.Answered().Count >= 101);
        Assert.Equal(ids.Order(StringComparer.Ordinal), read.Answered().Skip(1));
        Assert.Equal(101, TurnsOf(host, client));
    }

    [Fact]
    public async Task Many_conversations_go_on_side_by_side_and_none_hears_another()
    {
        await using var host = new LibraryHost();

        await Task.WhenAll(
            Enumerable
                .Range(0, 30)
                .Select(async i =>
                {
                    var client = await Opens(host);
                    var ids = new List<string>();
                    for (var said = 0; said < 10; said++)
                        ids.Add(await IdOf(await client.Says($"{i}번의 말 {said}")));
                    var read = await client.ReadsUntil(read => read.Answered().Count >= 11);
                    Assert.Equal(ids, read.Answered().Skip(1));
                    Assert.All(
                        read.Where(activity => activity.ReplyTo() is null),
                        activity => Assert.StartsWith($"{i}번의", activity.Text())
                    );
                })
        );
    }

    private static int TurnsOf(LibraryHost host, DirectLineCaller client) =>
        host.Get<Hall>().Find(client.Conversation)!.State.Turns;
}
