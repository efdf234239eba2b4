using System.Text.Json;
using Bupyeong.Chatbot.Channels.Terminal;
using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Channels;

/// <summary>Wherever somebody reads a language model's words, they are marked as such.</summary>
public sealed class GeneratedMarkTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private ModelServer model = null!;

    public async ValueTask InitializeAsync() => model = await ModelServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await model.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Staff_see_which_words_were_a_models_also_after_a_restart_without_one()
    {
        DirectLineCaller client;
        string receipt;
        await using (var host = WithModel(StaffCaller.Host(folder.Path)))
        {
            var resident = await Resident.ComesTo(host);
            await resident.Says("책 몇 권까지 빌려줘요?");
            Assert.True(resident.Heard[0].IsGenerated);
            await resident.Says("사서 불러줘");
            client = resident.Client(host);
            receipt = StaffCaller.ReceiptOf(await new StaffCaller(host).Gets("/handovers"));
            IsTheOneAnswer(await new StaffCaller(host).Gets($"/handovers/{receipt}"));
        }

        await using var again = StaffCaller.Host(folder.Path);

        IsTheOneAnswer(await new StaffCaller(again).Gets($"/handovers/{receipt}"));
        var read = (await client.At(again).Reads()).GetProperty("activities").EnumerateArray();
        Assert.Equal("library-rule/answer", Assert.Single(read.Select(Bubble.Of), bubble => bubble.IsGenerated).Name);
    }

    [Fact]
    public async Task An_activity_says_so_in_the_words_that_clients_of_the_protocol_know()
    {
        await using var host = WithModel(new LibraryHost(folder.Path));
        var resident = await Resident.ComesTo(host);
        await resident.Says("책 몇 권까지 빌려줘요?");

        var read = (await resident.Client(host).Reads()).GetProperty("activities").EnumerateArray();

        var entities = Assert
            .Single(read, activity => activity.TryGetProperty("entities", out _))
            .GetProperty("entities");
        var expected = JsonDocument.Parse(
            """
            [{"type":"https://schema.org/Message","@type":"Message","@context":"https://schema.org","@id":"",
            "additionalType":["AIGeneratedContent"]}]
            """
        );
        Assert.True(JsonElement.DeepEquals(expected.RootElement, entities), entities.ToString());
    }

    [Fact]
    public void The_terminal_says_so_under_the_words()
    {
        using var shown = new StringWriter();
        var screen = new Screen(shown, hasColours: false);
        screen.Show([new Message("a/b", "앞의 말", "ko"), new Message("a/b", "다음 말", "ko") { IsGenerated = true }]);
        Assert.Contains($"  다음 말{Environment.NewLine}  (생성된 문장)", shown.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain($"앞의 말{Environment.NewLine}  (", shown.ToString(), StringComparison.Ordinal);
    }

    private LibraryHost WithModel(LibraryHost host) =>
        host.With("LanguageModel:Address", model.Address).With("LanguageModel:Model", "double");

    private static void IsTheOneAnswer(JsonElement seen)
    {
        var lines = seen.GetProperty("transcript").EnumerateArray();
        var generated = Assert.Single(lines, line => line.GetProperty("generated").GetBoolean());
        Assert.Equal("library-rule/answer", generated.GetProperty("reply").GetString());
        Assert.Equal("assistant", generated.GetProperty("from").GetString());
    }
}
