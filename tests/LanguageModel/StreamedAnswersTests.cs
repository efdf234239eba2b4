using System.Text.Json;
using Bupyeong.Chatbot.Tests.Support;
using Bupyeong.Chatbot.Tests.Support.Qdrant;
using static Bupyeong.Chatbot.Tests.Support.DirectLineCaller;
using static Bupyeong.Chatbot.Tests.Support.ModelServer;

namespace Bupyeong.Chatbot.Tests.LanguageModel;

/// <summary>An answer that is seen while a model phrases it, over sockets of the network on both sides.</summary>
public sealed class StreamedAnswersTests : IAsyncLifetime
{
    private const string Question = "책 몇 권까지 빌려줘요?";
    private const string Lie = "도서는 99권까지 빌릴 수 있어요.";

    /// <summary>What may become of an answer behind its first sentence, which was true.</summary>
    private static readonly Dictionary<string, Action<ModelServer>> Ends = new()
    {
        ["a lie"] = model => model.Says = passage => Cited(Plain(passage), Lie),
        ["another form"] = model => model.Cuts = words => BySentence(words).Append("그리고"),
        ["a tool call"] = model => model.CallsTool = true,
        ["a broken line"] = model =>
            model.Before = number => number == 1 ? throw new IOException() : Task.CompletedTask,
        ["an end without a word of it"] = model => model.Finish = null,
        ["no more room"] = model => model.Finish = "length",
        ["silence"] = model => model.Before = number => Task.Delay(number == 1 ? Timeout.Infinite : 0),
        ["words without end"] = model =>
            model.Cuts = words => BySentence(words).Concat(Enumerable.Repeat(" ", 100_000)),
        ["too much at once"] = model => model.Cuts = words => BySentence(words).Append(new string(' ', 1_000_000)),
        ["one piece without end"] = model => model.Cuts = words => BySentence(words).Append(new string(' ', 9_000_000)),
        ["sentences without end"] = model => model.Says = passage => Cited(Enumerable.Repeat(Plain(passage), 100)),
    };

    private ModelServer model = null!;
    private LibrarySite site = null!;

    public static TheoryData<string> Endings => [.. Ends.Keys];

    public async ValueTask InitializeAsync()
    {
        model = await StartAsync();
        model.Says = passage => Cited(Plain(passage), Plain(passage));
        model.Cuts = BySentence;
        site = new LibrarySite(
            new LibraryHost()
                .With("LanguageModel:Address", model.Address)
                .With("LanguageModel:Model", "double")
                .With("LanguageModel:TimeoutMilliseconds", "3000")
        );
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await model.DisposeAsync();
    }

    [Fact]
    public async Task A_sentence_is_seen_while_the_next_is_not_yet_there_and_is_kept_nowhere()
    {
        var next = Holds();
        var (client, stream) = await Comes();
        var asked = await IdOf(await client.Says(Question));
        var before = (await stream.Until(seen => seen.Any(IsDraft)))[^1];

        Assert.Equal("typing", before.GetProperty("type").GetString());
        Assert.Equal(asked, before.ReplyTo());
        Assert.True(Data(before).GetProperty("generated").GetBoolean());
        Assert.Equal(1, Data(before).GetProperty("streamSequence").GetInt32());
        Assert.False(Data(before).TryGetProperty("streamId", out _));
        var kept = await client.Reads();
        Assert.Equal(asked, kept.GetProperty("activities").EnumerateArray().Last().Id());
        Assert.Equal(kept.GetProperty("watermark").GetString(), stream.Watermark);

        next.SetResult();
        var seen = await stream.Until(seen => seen.Any(IsFinal));
        var sentence = before.Text();
        Assert.Equal([sentence, $"{sentence} {sentence}"], seen.Where(IsDraft).Select(Activities.Text));
        Assert.All(seen.Where(IsDraft).Skip(1), draft => Assert.Equal(before.Id(), StreamOf(draft)));
        var final = seen[^1];
        Assert.Equal("message", final.GetProperty("type").GetString());
        Assert.Equal($"{sentence} {sentence}", final.Text());
        Assert.Equal(before.Id(), StreamOf(final));
        Assert.True(Data(final).GetProperty("generated").GetBoolean());
        Assert.Equal(
            seen.Where(activity => !IsDraft(activity)).Select(Activities.Id),
            (await client.Reads()).GetProperty("activities").EnumerateArray().Select(Activities.Id)
        );
    }

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task Whatever_comes_behind_a_true_sentence_the_library_s_own_take_its_place(string end)
    {
        Ends[end](model);
        var first = new TaskCompletionSource();
        var before = model.Before;
        model.Before = async number =>
        {
            await (number == 1 ? first.Task : Task.CompletedTask);
            await before(number);
        };
        var (client, stream) = await Comes();
        await client.Says(Question);
        await stream.Until(seen => seen.Any(IsDraft));
        first.SetResult();

        var seen = await stream.Until(seen => seen.Any(IsFinal));

        Assert.DoesNotContain(seen, activity => activity.Text()!.Contains("99", StringComparison.Ordinal));
        var final = seen[^1];
        Assert.Equal("library-rule/answer", Data(final).GetProperty("reply").GetString());
        Assert.False(Data(final).TryGetProperty("generated", out _));
        Assert.Equal(seen.First(IsDraft).Id(), StreamOf(final));
        Assert.Single(model.Asked);
    }

    [Fact]
    public async Task A_model_whose_sentence_is_refused_is_not_listened_to_any_longer()
    {
        model.Says = passage => Cited(Lie, Plain(passage));
        Holds();
        var (client, stream) = await Comes();
        await client.Says(Question);

        var seen = await stream.Until(seen => seen.Any(activity => NameOf(activity) is "library-rule/answer"));

        Assert.DoesNotContain(seen, IsDraft);
        Assert.False(Data(seen[^1]).TryGetProperty("streamType", out _));
        await QdrantPlace.Until(() => model.Left == 1);
    }

    [Fact]
    public async Task Who_comes_in_the_middle_waits_for_the_whole_and_who_lost_the_line_gets_it_once()
    {
        var next = Holds();
        var (client, stream) = await Comes();
        await client.Says(Question);
        await stream.Until(seen => seen.Any(IsDraft));
        var again = await Json(await client.Gets($"/conversations/{client.Conversation}?watermark={stream.Watermark}"));
        stream.Dispose();
        using var second = await StreamClient.Dials(again.GetProperty("streamUrl").GetString()!);

        next.SetResult();
        var seen = await second.Until(seen => seen.Any(IsFinal));

        Assert.True(IsFinal(Assert.Single(seen)));
    }

    [Fact]
    public async Task Of_two_wishes_in_one_message_nothing_is_seen_before_both_are_answered()
    {
        var (client, stream) = await Comes();
        await client.Says("삼산도서관 몇 시까지 해요? 그리고 책 몇 권까지 빌려줘요?");

        var seen = await stream.Until(seen => seen.Any(activity => NameOf(activity) is "library-rule/answer"));

        Assert.DoesNotContain(seen, IsDraft);
        Assert.NotEmpty(model.Asked);
    }

    [Fact]
    public async Task A_server_that_does_not_stream_has_failed()
    {
        model.Streams = false;
        for (var time = 0; time < 4; time++)
        {
            var resident = await Resident.ComesTo(site.Host);
            await resident.Says(Question);
            Assert.False(resident.Heard[0].IsGenerated);
        }
        Assert.Equal(3, model.Asked.Count);
    }

    /// <summary>The second sentence comes when the test lets it.</summary>
    private TaskCompletionSource Holds()
    {
        var next = new TaskCompletionSource();
        model.Before = number => number == 1 ? next.Task : Task.CompletedTask;
        return next;
    }

    private async Task<(DirectLineCaller Client, StreamClient Stream)> Comes()
    {
        var client = new DirectLineCaller(site.Host);
        await client.Generates();
        var opened = await Json(await client.Posts("/conversations"));
        var stream = await StreamClient.Dials(opened.GetProperty("streamUrl").GetString()!);
        await stream.Until(seen => seen.Answered().Count == 1);
        return (client, stream);
    }

    private static bool IsDraft(JsonElement activity) => Is(activity, "streaming");

    private static bool IsFinal(JsonElement activity) => Is(activity, "final");

    private static bool Is(JsonElement activity, string kind) =>
        activity.TryGetProperty("channelData", out var data)
        && data.TryGetProperty("streamType", out var type)
        && type.GetString() == kind;

    private static JsonElement Data(JsonElement activity) => activity.GetProperty("channelData");

    private static string? StreamOf(JsonElement activity) => Data(activity).GetProperty("streamId").GetString();

    private static string? NameOf(JsonElement activity) =>
        activity.TryGetProperty("channelData", out var data) && data.TryGetProperty("reply", out var reply)
            ? reply.GetString()
            : null;
}
