using Bupyeong.Chatbot.Circulation;
using Bupyeong.Chatbot.Conversations;
using Bupyeong.Chatbot.Dialogs;
using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Storage;
using Bupyeong.Chatbot.Understanding;
using Microsoft.Data.Sqlite;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>The real dialogs of a real host, spoken to without a door, so that a walk of thousands of turns is short.</summary>
internal sealed class WalkedHost : IAsyncDisposable
{
    private static readonly string[] Pins = ["740293", "518306", "962047", "305871", "827514", "694130"];
    private static readonly string[] MorePins = ["153928", "471605", "286739", "930452", "617084", "359267"];

    /// <summary>Dialogs that speak to people: to call a librarian or to stop waiting is no transaction.</summary>
    private static readonly HashSet<string> Calls = ["talk-to-person", "sign-out"];

    private readonly LibraryHost host;
    private readonly SqliteConnection onlooker;
    private readonly DialogChooser chooser;

    private WalkedHost(LibraryHost host, RecordedLibrary library)
    {
        (this.host, Library) = (host, library);
        Dialogs = host.Get<DialogSet>();
        chooser = host.Get<DialogChooser>();
        Doors = new WayOut(this);
        onlooker = host.Get<Database>().Open();
    }

    public RecordedLibrary Library { get; }
    public DialogSet Dialogs { get; }
    public WayOut Doors { get; }
    public IReadOnlyList<Patron> Patrons { get; private set; } = [];
    public DateTimeOffset Now { get; private set; }

    /// <summary>What the dialogs are taught with, filled in; a new dialog brings its own.</summary>
    public IReadOnlyList<string> Examples { get; } =
    [.. new TrainingSet(Words.Examples, Words.Lexicon).Samples().Select(sample => sample.Text).Distinct()];

    /// <summary>Yes, no, places, ordinals and the like: what answers a question.</summary>
    public IReadOnlyList<string> ShortWords { get; } =
    [
        .. EntityList
            .Load(Path.Combine(AppContext.BaseDirectory, "dialogs/entities/answers.md"))
            .Entries.SelectMany(entry => entry.Synonyms),
        .. Words.Lexicon.Lists.Single(list => list.Name == "branches").Entries.Select(entry => entry.Value),
        .. (string[])["두번째", "첫 번째 거", "마지막", "9번", "전부", "다", "3", "토지", "언어의 온도", "더 보여줘"],
        .. (string[])["그럼 청천은?", "내일은요?", "이어서 할게요", "그만 기다리기", "내일", "다음 주 화요일", "7살"],
    ];

    public static IReadOnlyList<string> Garbage { get; } =
    [
        "",
        "   ",
        "?",
        "😀😀",
        "ㅋㅋㅋㅋ",
        "asdf qwer",
        "eocnf",
        "그거 저번에 그렇게 했던 것",
        "900101-1234567",
        "010-1234-5678로 알려줘",
        "<script>alert(1)</script>",
        "{{title}} {{#each}}",
        "' OR 1=1 --",
        new('가', 1200),
        "How can I get a library card?",
        "图书馆几点关门",
        "0",
        "-1번째",
        "99999999999999번째 책",
        "\ud83d",
    ];

    public static async Task<WalkedHost> StartAsync()
    {
        RecordedLibrary? library = null;
        var host = new LibraryHost(change: services => library = RecordedLibrary.StandIn(services));
        _ = host.Services;
        // It would write by itself while a walk watches what is written.
        await host.Get<Housekeeping>().StopAsync(CancellationToken.None);
        var walked = new WalkedHost(host, library!);
        var system = host.Get<ILibrarySystem>();
        foreach (var (pin, at) in Pins.Concat(MorePins).Select((pin, at) => (pin, at + 1)))
        {
            var signedIn = await system.SignInAsync($"P2026{at:D6}", pin, CancellationToken.None);
            walked.Patrons = [.. walked.Patrons, ((SignInOutcome.Accepted)signedIn).Patron];
        }
        return walked;
    }

    /// <summary>The words say yes to what is asked.</summary>
    public bool IsYes(Turn turn) => chooser.Wishes(turn) is [{ Answer: true }];

    /// <summary>Sample loans begin anew each day: each walk has a day of its own, some of them at night.</summary>
    public void GoTo(int day)
    {
        Now = Clock.Seoul("2026-11-24 10:00").AddDays(day).AddHours(day % 3 == 2 ? 13 : 0);
        host.Clock.Set(Now);
    }

    public IReadOnlyList<Message> Write(Outcome outcome)
    {
        var words = host.Get<ReplyWriter>();
        return Spoken.In(
            outcome.State.Language,
            () => outcome.Lines.Select(line => words.Write(line, outcome.State.Turns)).ToList()
        );
    }

    /// <summary>Changes whenever anything was committed to the store.</summary>
    public long Written()
    {
        using var command = onlooker.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (long)command.ExecuteScalar()!;
    }

    public static bool MayWrite(string dialog) => Calls.Contains(dialog);

    /// <summary>What may be pressed: quick replies, and the buttons in the rows of cards.</summary>
    public static IReadOnlyList<string> OfferedBy(IReadOnlyList<Message> heard) =>
        [
            .. heard.SelectMany(message => message.Choices),
            .. heard
                .SelectMany(message => message.Cards)
                .SelectMany(card => card.Rows)
                .Select(row => row.Say)
                .OfType<string>(),
        ];

    public async ValueTask DisposeAsync()
    {
        await onlooker.DisposeAsync();
        await host.DisposeAsync();
    }
}
