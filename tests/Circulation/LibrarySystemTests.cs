using System.Diagnostics;
using System.Text.Json;
using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Circulation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using static Bupyeong.Chatbot.Tests.Circulation.SampleLibrary;

namespace Bupyeong.Chatbot.Tests.Circulation;

public sealed class LibrarySystemTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("circulation");

    [Theory]
    [InlineData(null, true)]
    [InlineData("Sample", true)]
    [InlineData("Offline", false)]
    public void A_setting_chooses_the_library_system(string? system, bool sample) =>
        Assert.Equal(sample, Library(system).IsSample);

    [Theory]
    [InlineData("")]
    [InlineData("sample")]
    [InlineData("Koha")]
    public void Another_system_stops_the_start_and_names_the_setting(string system)
    {
        var error = Assert.Throws<InvalidOperationException>(() => Library(system));

        Assert.Contains("Circulation:System", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_library_system_nothing_is_known_and_nothing_pretended()
    {
        var library = new OfflineLibrarySystem();
        var patron = new Patron(CardNumber.Of("P2026000001"), "견본 회원 1");

        Assert.False(await library.PingAsync(Cancellation));
        await Assert.ThrowsAsync<LibrarySystemUnavailableException>(() =>
            library.SignInAsync("P2026000001", "740293", Cancellation)
        );
        await Assert.ThrowsAsync<LibrarySystemUnavailableException>(() => library.LoansOfAsync(patron, Cancellation));
        await Assert.ThrowsAsync<LibrarySystemUnavailableException>(() => library.HoldsOfAsync(patron, Cancellation));
    }

    [Fact]
    public void A_card_number_cannot_be_logged_by_mistake()
    {
        var card = CardNumber.Of("P2026000001");
        var patron = new Patron(card, "견본 회원 1");

        Assert.DoesNotContain("2026000001", $"{card} {patron}", StringComparison.Ordinal);
        Assert.DoesNotContain("견본", $"{patron}", StringComparison.Ordinal);
        Assert.DoesNotContain("2026000001", JsonSerializer.Serialize(patron), StringComparison.Ordinal);
        Assert.Equal("P2026000001", card.Reveal());
    }

    [Fact]
    public async Task An_unknown_card_takes_as_long_as_a_wrong_PIN()
    {
        using var library = new SampleLibrary();
        var known = new List<double>();
        var unknown = new List<double>();
        for (var n = 0; n < 31; n++)
        {
            known.Add(await TimeOf(library.System, CardOf(1)));
            unknown.Add(await TimeOf(library.System, "P2026999999"));
        }

        Assert.InRange(Median(unknown) / Median(known), 0.5, 2);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private ILibrarySystem Library(string? system)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Circulation:System"] = system })
            .Build();
        return new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<LoanRulesOn>((_, _) => new(5, 14, 7, 1, 1, 3, 3, 5, 3))
            .AddSingleton<CopiesOf>(_ => _ => [])
            .AddBranches(Path.Combine(AppContext.BaseDirectory, "knowledge"))
            .AddCirculation(configuration, AppContext.BaseDirectory, folder.FullName)
            .BuildServiceProvider()
            .GetRequiredService<ILibrarySystem>();
    }

    private static async Task<double> TimeOf(ILibrarySystem library, string card)
    {
        var start = Stopwatch.GetTimestamp();
        await library.SignInAsync(card, "000000", Cancellation);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
