using Bupyeong.Chatbot.Tests.Support;
using static Bupyeong.Chatbot.Tests.Support.DirectLineCaller;

namespace Bupyeong.Chatbot.Tests.Channels;

/// <summary>Thumbs under a bubble of the assistant.</summary>
public sealed class ReactionTests : IAsyncDisposable
{
    private readonly LibraryHost host = new();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task The_last_thumb_under_a_bubble_is_kept_with_its_masked_reason()
    {
        var (client, bubble, _) = await Answered();

        await IdOf(await client.Sends(Reaction(bubble, "like")));
        await IdOf(await client.Sends(Reaction(bubble, "dislike", "010-2345-6789로 전화 주세요")));

        Assert.Equal(1, Count("name = 'thanks/welcome' AND value = 'dislike'"));
        Assert.Equal(1, Count("reason LIKE '%전화 주세요' AND reason NOT LIKE '%2345%'"));
    }

    [Fact]
    public async Task A_thumb_is_taken_back_unless_the_other_was_given_since()
    {
        var (client, bubble, _) = await Answered();
        await IdOf(await client.Sends(Reaction(bubble, "dislike")));

        await IdOf(await client.Sends(Removal(bubble, "like")));
        Assert.Equal(1, Count("value = 'dislike' AND reason IS NULL"));
        await IdOf(await client.Sends(Removal(bubble, "dislike")));
        await IdOf(await client.Sends(Removal(bubble, "dislike")));
        Assert.Equal(0, Count("true"));
    }

    [Fact]
    public async Task A_thumb_that_changes_comes_as_one_added_and_one_removed()
    {
        var (client, bubble, _) = await Answered();
        await IdOf(await client.Sends(Reaction(bubble, "like")));
        await IdOf(
            await client.Sends(
                new
                {
                    type = "messageReaction",
                    replyToId = bubble,
                    reactionsAdded = new[] { new { type = "dislike" } },
                    reactionsRemoved = new[] { new { type = "like" } },
                    from = new { id = "a" },
                }
            )
        );
        Assert.Equal(1, Count("value = 'dislike'"));
    }

    [Fact]
    public async Task A_thumb_is_no_turn_and_no_line_of_the_conversation()
    {
        var (client, bubble, _) = await Answered();
        var before = await client.Reads();

        await IdOf(await client.Sends(Reaction(bubble, "like", "친절해요")));

        Assert.Equal(before.ToString(), (await client.Reads()).ToString());
    }

    [Fact]
    public async Task Only_a_bubble_of_the_assistant_in_this_conversation_is_judged()
    {
        var (client, bubble, own) = await Answered();
        var (_, elsewhere, _) = await Answered();

        string[] none =
        [
            own,
            elsewhere,
            $"{client.Conversation}|9999999",
            $"{client.Conversation}|x",
            "",
            "|1",
            bubble + "0",
        ];
        foreach (var id in none)
            await Refused(400, "BadArgument", client.Sends(Reaction(id, "like")));
        await Refused(400, "BadArgument", client.Sends(Removal(own, "like")));
        Assert.Equal(0, Count("true"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"reactionsAdded\":[{\"type\":\"like\"}]", false)]
    [InlineData("\"reactionsAdded\":[]")]
    [InlineData("\"reactionsAdded\":null")]
    [InlineData("\"reactionsAdded\":[null]")]
    [InlineData("\"reactionsAdded\":[{}]")]
    [InlineData("\"reactionsAdded\":[{\"type\":\"love\"}]")]
    [InlineData("\"reactionsAdded\":[{\"type\":7}]")]
    [InlineData("\"reactionsAdded\":{\"type\":\"like\"}")]
    [InlineData("\"reactionsAdded\":[{\"type\":\"like\"},{\"type\":\"dislike\"}]")]
    [InlineData("\"reactionsRemoved\":[{\"type\":\"heart\"}]")]
    [InlineData("\"reactionsAdded\":[{\"type\":\"like\"}],\"value\":\"좋아요\"")]
    [InlineData("\"reactionsAdded\":[{\"type\":\"like\"}],\"value\":{\"reason\":5}")]
    [InlineData("\"reactionsAdded\":[{\"type\":\"like\"}],\"value\":{\"reason\":\"\\ud800\"}")]
    public async Task What_is_no_reaction_is_refused_and_nothing_is_kept(string fields, bool hasBubble = true)
    {
        var (client, bubble, _) = await Answered();
        var replyTo = hasBubble ? $"\"replyToId\":\"{bubble}\"," : "";
        var rest = fields.Length > 0 ? $",{fields}" : "";

        await Refused(
            400,
            "BadArgument",
            client.SendsRaw($$"""{"type":"messageReaction",{{replyTo}}"from":{"id":"a"}{{rest}}}""")
        );

        Assert.Equal(0, Count("true"));
    }

    [Fact]
    public async Task A_reason_has_at_most_five_hundred_characters()
    {
        var (client, bubble, _) = await Answered();

        await Refused(400, "BadArgument", client.Sends(Reaction(bubble, "dislike", new string('가', 501))));
        await IdOf(await client.Sends(Reaction(bubble, "dislike", new string('가', 500))));

        Assert.Equal(1, Count("length(reason) = 500"));
    }

    /// <summary>A client whose thanks were answered, with the ids of the answer and of its own words.</summary>
    private async Task<(DirectLineCaller Client, string Bubble, string Own)> Answered()
    {
        var client = await Opens(host);
        var own = await IdOf(await client.Says("고마워요"));
        var read = await client.ReadsUntil(read => read.Answered().Contains(own));
        return (client, read[^1].Id(), own);
    }

    private long Count(string condition)
    {
        using var store = new Store(host);
        return store.Count($"SELECT count(*) FROM judgements WHERE {condition}");
    }

    private static object Reaction(string bubble, string type, string? reason = null) =>
        new
        {
            type = "messageReaction",
            replyToId = bubble,
            reactionsAdded = new[] { new { type } },
            value = new { reason },
            from = new { id = "a" },
        };

    private static object Removal(string bubble, string type) =>
        new
        {
            type = "messageReaction",
            replyToId = bubble,
            reactionsRemoved = new[] { new { type } },
            from = new { id = "a" },
        };
}
