using Bupyeong.Chatbot.Tests.Support;
using Microsoft.Playwright;
using static Bupyeong.Chatbot.Tests.Support.ModelServer;
using static Microsoft.Playwright.Assertions;

namespace Bupyeong.Chatbot.Tests.Window;

/// <summary>An answer that grows sentence by sentence, and what stands in its place in the end.</summary>
public sealed class StreamedTests(Chromium chromium) : WindowTest(chromium), IAsyncLifetime
{
    private const string Question = "책 몇 권까지 빌려줘요?";
    private readonly TaskCompletionSource next = new();
    private string sentence = "";
    private ModelServer model = null!;
    private LibrarySite site = null!;

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        model = await StartAsync();
        model.Cuts = BySentence;
        model.Says = passage => Cited(sentence = Plain(passage), Plain(passage));
        model.Before = number => number == 1 ? next.Task : Task.CompletedTask;
        site = new LibrarySite(
            new LibraryHost()
                .With("LanguageModel:Address", model.Address)
                .With("LanguageModel:Model", "double")
                .With("LanguageModel:TimeoutMilliseconds", "20000")
        );
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        next.TrySetResult();
        await DisposeAsync();
        await site.DisposeAsync();
        await model.DisposeAsync();
    }

    [Fact]
    public async Task It_grows_with_its_label_and_becomes_the_answer_without_being_read_again()
    {
        var visitor = await Asks(new Visit(390, 844) { Before = page => page.AddInitScriptAsync(Listening) });

        await Expect(Draft(visitor)).ToBeVisibleAsync();
        await Expect(Draft(visitor).Locator(".words")).ToHaveTextAsync(sentence);
        await Expect(Draft(visitor).Locator(".generated")).ToHaveTextAsync("생성된 문장");
        await Expect(visitor.Window.Locator(".typing")).ToBeVisibleAsync();
        await Shows(visitor, "streamed-draft-390");
        next.SetResult();

        await visitor.Hears("library-rule/answer");
        await Expect(Draft(visitor)).ToHaveCountAsync(0);
        await Expect(visitor.Entries).ToHaveCountAsync(3);
        await Expect(visitor.LastEntry.Locator(".words")).ToHaveTextAsync($"{sentence} {sentence}");
        await Expect(visitor.LastEntry.Locator(".generated")).ToHaveCountAsync(1);
        await Expect(visitor.LastEntry.Locator(".card")).ToHaveCountAsync(1);
        await Expect(visitor.Window.Locator(".typing")).ToBeHiddenAsync();
        await Shows(visitor, "streamed-answer-390");
        var read = await visitor.Page.EvaluateAsync<string[]>("() => window.announced");
        Assert.Equal(2, string.Concat(read).Split(sentence).Length - 1);
        Assert.Single(read, part => part.Trim() == sentence);
    }

    [Fact]
    public async Task A_second_sentence_that_is_a_lie_is_not_seen_and_the_first_gives_way_to_the_library_s_own()
    {
        model.Says = passage => Cited(sentence = Plain(passage), "도서는 99권까지 빌릴 수 있어요.");
        var visitor = await Asks(Visit.Phone);
        await Expect(Draft(visitor)).ToBeVisibleAsync();
        next.SetResult();

        await visitor.Hears("library-rule/answer");
        await Expect(visitor.Entries).ToHaveCountAsync(3);
        await Expect(visitor.Window.Locator(".generated")).ToHaveCountAsync(0);
        await Expect(visitor.Log).Not.ToContainTextAsync("99");
    }

    [Fact]
    public async Task A_line_that_was_cut_in_between_leaves_nothing_of_it_behind()
    {
        var wire = new Wire();
        var visitor = await Asks(Visit.Desktop with { Before = wire.Holds });
        await Expect(Draft(visitor)).ToBeVisibleAsync();

        await wire.Cuts();
        await Visitor.Until(() => Task.FromResult(wire.Opened > 1), "a second line");
        await Expect(Draft(visitor)).ToHaveCountAsync(0);
        next.SetResult();

        await visitor.Hears("library-rule/answer");
        await Expect(visitor.Entries).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task What_was_said_in_between_stands_above_the_answer_as_in_the_library()
    {
        var visitor = await Asks(Visit.Desktop);
        await Expect(Draft(visitor)).ToBeVisibleAsync();
        await visitor.Says("고마워요");
        await Expect(visitor.Mine).ToHaveCountAsync(2);
        await Expect(visitor.Mine.Last).Not.ToContainClassAsync("waiting");
        next.SetResult();

        await visitor.Hears("library-rule/answer", "thanks/welcome");
        await Expect(visitor.Entries.Nth(3)).ToHaveAttributeAsync("data-reply", "library-rule/answer");
        await Expect(visitor.Entries).ToHaveCountAsync(5);
    }

    private async Task<Visitor> Asks(Visit visit)
    {
        var visitor = await Comes(visit with { Site = site });
        await visitor.Opens();
        await visitor.Says(Question);
        return visitor;
    }

    private static ILocator Draft(Visitor visitor) => visitor.Window.Locator(".entry.draft");

    /// <summary>The words that are added to the log, each time they are, as assistive technology reads them out.</summary>
    private const string Listening = """
        window.announced = [];
        const { append } = Element.prototype;
        Element.prototype.append = function (...nodes) {
          append.call(this, ...nodes);
          if (this.closest("[role=log]")) window.announced.push(...nodes.map((node) => node.textContent ?? node));
        };
        """;
}
