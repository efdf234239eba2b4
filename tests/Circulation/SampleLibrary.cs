using Bupyeong.Chatbot.Circulation;
using Bupyeong.Chatbot.Circulation.Sample;
using Bupyeong.Chatbot.Tests.Branches;
using static Bupyeong.Chatbot.Tests.Branches.Bupyeong;

namespace Bupyeong.Chatbot.Tests.Circulation;

/// <summary>The sample library system over a folder of its own, with a clock in the test's hands.</summary>
internal sealed class SampleLibrary : IDisposable
{
    public static readonly IReadOnlyList<SamplePatron> Patrons = SamplePatron.Read(
        Path.Combine(AppContext.BaseDirectory, "Circulation", "Sample", "patrons.yml")
    );

    public static readonly IReadOnlyList<SampleQueue> Queues = SampleQueue.Read(
        Path.Combine(AppContext.BaseDirectory, "Circulation", "Sample", "queues.yml")
    );

    public static readonly string[] Pins =
    [
        "740293",
        "518306",
        "962047",
        "305871",
        "827514",
        "694130",
        "153928",
        "471605",
        "286739",
        "930452",
        "617084",
        "359267",
        "418093",
        "775216",
        "206849",
    ];

    /// <summary>The token of the running test.</summary>
    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sample-library");

    public SampleLibrary() => System = Start();

    public StoppedClock Clock { get; } = new(At("2026-11-22 14:05"));

    public ILibrarySystem System { get; private set; }

    public LoanRules Rules { get; set; } = new(5, 14, 7, 1, 1, 3, 3, 5, 3);

    /// <summary>The copies of a title; without a word of a test every title is lent out at every branch.</summary>
    public Func<string, IReadOnlyList<LibraryCopy>> Copies { get; set; } =
        _ => [.. Places.Libraries.Select(branch => new LibraryCopy(branch.Code, IsOnShelf: false, IsLent: true))];

    public static string CardOf(int number) => $"P{2026000000 + number}";

    /// <summary>The process is gone and comes back over the same files.</summary>
    public void Restart() => System = Start();

    public async Task<Patron> SignIn(int number)
    {
        var outcome = await System.SignInAsync(CardOf(number), Pins[number - 1], Cancellation);
        return Assert.IsType<SignInOutcome.Accepted>(outcome).Patron;
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private SampleLibrarySystem Start() =>
        new(
            Patrons,
            Queues,
            new(folder.FullName),
            new RenewalDesk((_, _) => Rules, Places),
            new HoldDesk((_, _) => Rules, Places, record => Copies(record)),
            Clock
        );
}
