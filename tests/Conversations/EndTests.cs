using System.Net;
using System.Net.WebSockets;
using Bupyeong.Chatbot.Conversations;
using Bupyeong.Chatbot.Tests.Support;
using static Bupyeong.Chatbot.Tests.Support.DirectLineCaller;

namespace Bupyeong.Chatbot.Tests.Conversations;

/// <summary>A conversation that the resident has ended is over for everybody who holds a token of it.</summary>
public sealed class EndTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";
    private static readonly object End = new { type = "endOfConversation", from = new { id = "resident" } };

    [Fact]
    public async Task The_last_words_reach_every_stream_before_it_closes()
    {
        await using var host = new LibraryHost();
        var client = await Opens(host);
        using var one = await StreamClient.Open(host, await StreamUrl(client));
        using var other = await StreamClient.Open(host, await StreamUrl(client));

        var id = await IdOf(await client.Sends(End));

        foreach (var stream in (StreamClient[])[one, other])
        {
            var (seen, code) = await stream.ToTheEnd();
            Assert.Equal(WebSocketCloseStatus.NormalClosure, code);
            Assert.Equal(id, seen[^1].ReplyTo());
            Assert.Contains("sign-out/ended", $"{seen[^1]}", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_token_of_it_opens_anything_any_more_also_after_a_restart()
    {
        using var folder = new TemporaryFolder();
        DirectLineCaller client;
        string stream;
        await using (var host = new LibraryHost(folder.Path))
        {
            client = await Opens(host);
            stream = await StreamUrl(client);
            await Ends(host, client);
            await OpensNothing(host, client, stream);
        }

        await using var again = new LibraryHost(folder.Path).With("DirectLine:Secret", Secret);
        await OpensNothing(again, client.At(again), stream);
        var library = new DirectLineCaller(again) { Conversation = client.Conversation, Token = Secret };
        Assert.Contains("sign-out/ended", $"{await library.Reads()}", StringComparison.Ordinal);
        await Refused(403, "ConversationEnded", library.Says("안녕"));
    }

    [Fact]
    public async Task What_was_said_before_is_answered_first_and_nothing_is_taken_after()
    {
        await using var host = new LibraryHost();
        var client = await Opens(host);
        using var stream = await StreamClient.Open(host, await StreamUrl(client));
        var said = new List<string>();
        for (var i = 0; i < 20; i++)
            said.Add(await IdOf(await client.Says("고마워")));

        var end = await IdOf(await client.Sends(End));
        await Refused(403, "ConversationEnded", client.Says("안녕"));

        var (seen, _) = await stream.ToTheEnd();
        Assert.Equal([.. said, end], seen.Answered().Skip(1));
    }

    [Fact]
    public async Task An_end_that_a_restart_interrupted_comes_after_what_was_said_before()
    {
        using var folder = new TemporaryFolder();
        var library = new UnsteadyLibrary();
        string said;
        DirectLineCaller client;
        await using (var host = new LibraryHost(folder.Path, library.StandsIn))
        {
            var resident = await Resident.ComesTo(host);
            await resident.Says("내 대출");
            await resident.SignsIn("P2026000002", "518306");
            library.Hangs = true;
            client = resident.Client(host);
            said = await IdOf(await client.Says("전부 연장해줘"));
            (await client.Sends(End)).EnsureSuccessStatusCode();
        }

        await using var again = new LibraryHost(folder.Path).With("DirectLine:Secret", Secret);
        var reader = new DirectLineCaller(again) { Conversation = client.Conversation, Token = Secret };
        var read = await reader.ReadsUntil(read =>
            read is [.., var last] && $"{last}".Contains("sign-out/ended", StringComparison.Ordinal)
        );

        Assert.Equal(said, read.Answered()[^2]);
        await Refused(403, "ConversationEnded", client.At(again).Says("안녕"));
    }

    [Fact]
    public async Task An_end_that_the_store_refused_is_none()
    {
        await using var host = new LibraryHost();
        var client = await Opens(host);
        await client.ReadsUntil(read => read.Answered().Count == 1);
        using var store = new Store(host);
        store.Break();
        await Refused(503, "ServiceUnavailable", client.Sends(End));
        store.Mend();

        var id = await IdOf(await client.Says("고마워"));

        await client.ReadsUntil(read => read.Answered().Contains(id));
        await Ends(host, client);
    }

    [Fact]
    public async Task Two_ends_at_once_are_one()
    {
        await using var host = new LibraryHost();
        var client = await Opens(host);
        using var stream = await StreamClient.Open(host, await StreamUrl(client));

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => client.Sends(End)));

        Assert.Single(answers, answer => answer.IsSuccessStatusCode);
        var (seen, _) = await stream.ToTheEnd();
        Assert.Equal(2, seen.Answered().Count);
    }

    [Fact]
    public async Task Who_waited_for_a_librarian_waits_no_more_and_nobody_is_told_so_later()
    {
        await using var host = new LibraryHost().With("DirectLine:Secret", Secret);
        var resident = await Resident.ComesTo(host);
        await resident.Says("사서 불러줘");
        resident.Hears("talk-to-person/queued");

        await resident.Ends(host);

        resident.Hears("sign-out/ended");
        using var store = new Store(host);
        Assert.Equal(0, store.Count("SELECT count(*) FROM handovers WHERE status = 'queued'"));
        host.Clock.Pass(TimeSpan.FromMinutes(20));
        await host.Get<Housekeeping>().TidyAsync();
        Assert.Equal(0, store.Count("SELECT count(*) FROM transcript WHERE pending = 1"));
        Assert.Equal(1, store.Count("SELECT count(*) FROM transcript WHERE name = 'sign-out/ended'"));
        Assert.Equal(0, store.Count("SELECT count(*) FROM transcript WHERE name LIKE '%nobody-came'"));
    }

    [Fact]
    public async Task A_page_that_it_led_to_is_closed()
    {
        await using var host = new LibraryHost();
        var resident = await Resident.ComesTo(host);
        await resident.Says("내 대출");
        var page = new Uri(resident.Heard[0].Links.Single()).AbsolutePath;

        await resident.Ends(host);

        var answer = await resident.Fills(page, ("card", "P2026000002"), ("pin", "518306"));
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
    }

    [Fact]
    public async Task Saying_that_one_goes_leaves_the_conversation_open()
    {
        await using var host = new LibraryHost();
        var resident = await Resident.ComesTo(host);
        await resident.Says("끝내기");
        resident.Hears("sign-out/not-signed-in");
        await resident.Says("고마워요");
        resident.Hears("thanks/welcome");
    }

    private static async Task OpensNothing(LibraryHost host, DirectLineCaller client, string stream)
    {
        var path = $"/conversations/{client.Conversation}";
        foreach (var call in (string[])[$"{path}/activities", path, $"{path}?watermark=1"])
            await Refused(403, "ConversationEnded", client.Gets(call));
        foreach (var call in (string[])["/conversations", "/tokens/refresh", "/tokens/generate", $"{path}/upload"])
            await Refused(403, "ConversationEnded", client.Posts(call));
        await Refused(403, "ConversationEnded", client.Says("안녕"));
        await Refused(403, "ConversationEnded", client.Sends(End));
        await StreamClient.Refused(403, host, stream);
    }

    private static async Task Ends(LibraryHost host, DirectLineCaller client)
    {
        using var stream = await StreamClient.Open(host, await StreamUrl(client));
        (await client.Sends(End)).EnsureSuccessStatusCode();
        await stream.ToTheEnd();
    }

    private static async Task<string> StreamUrl(DirectLineCaller client) =>
        (await Json(await client.Gets($"/conversations/{client.Conversation}?watermark=0")))
            .GetProperty("streamUrl")
            .GetString()!;
}
