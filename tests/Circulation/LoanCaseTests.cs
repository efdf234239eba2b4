using Bupyeong.Chatbot.Catalog;
using Bupyeong.Chatbot.Circulation;
using Bupyeong.Chatbot.Knowledge;
using Bupyeong.Chatbot.Search;
using Bupyeong.Chatbot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static Bupyeong.Chatbot.Tests.Branches.Bupyeong;

namespace Bupyeong.Chatbot.Tests.Circulation;

/// <summary>Values of rules.yml for a branch, a kind of item or an audience, as circulation goes by them.</summary>
public sealed class LoanCaseTests : IDisposable
{
    private const string Narrower = """

        - {key: renewal.days, title: 연장, value: 14, unit: 일, kinds: [large-print], effective_from: 2026-01-01, source: 견본}
        - {key: renewal.times, title: 연장, value: 0, unit: 번, kinds: [comic], effective_from: 2026-01-01, source: 견본}
        - {key: loan.limit, title: 권수, value: 10, unit: 권, audiences: [child], effective_from: 2026-12-01, source: 견본}
        - {key: hold.pickup-days, title: 예약, value: 5, unit: 일, branches: [galsan], kinds: [comic], effective_from: 2026-01-01, source: 견본}
        """;

    private static readonly DateOnly Today = Day("2026-11-24");
    private readonly TemporaryFolder folder = new();
    private readonly ServiceProvider house;
    private readonly LoanRulesOn rules;

    public LoanCaseTests()
    {
        var shipped = Path.Combine(AppContext.BaseDirectory, "knowledge");
        File.WriteAllText(
            Path.Combine(folder.Path, "rules.yml"),
            File.ReadAllText(Path.Combine(shipped, "rules.yml")) + Narrower
        );
        var services = new ServiceCollection()
            .AddSingleton(
                new PublishedKnowledge(KnowledgeBase.Open(folder.Path, Chatbot.Korean.Synonyms.None, folder.Path))
            )
            .AddSingleton(
                LibraryCatalog.Open(Path.Combine(shipped, "catalog"), SearchEngine.In(folder.Path), TimeProvider.System)
            );
        services.AddLoanRules();
        house = services.BuildServiceProvider();
        rules = house.GetRequiredService<LoanRulesOn>();
    }

    [Fact]
    public void A_book_in_large_print_is_renewed_for_longer() =>
        Assert.Equal(
            (14, 7),
            (
                rules(Today, new("bugae", Title("large-print"))).RenewalDays,
                rules(Today, new("bugae", Title("book"))).RenewalDays
            )
        );

    [Fact]
    public void Nothing_of_a_kind_that_is_not_renewed_is_renewed()
    {
        var desk = new RenewalDesk(rules, Places);
        var patron = new Patron(CardNumber.Of(SampleLibrary.CardOf(1)), "견본 회원 1");

        Assert.Equal(
            new Renewal.Refused(RenewalRefusal.NotRenewable),
            desk.Decide(patron, Loan(Title("comic")), Today)
        );
        Assert.IsType<Renewal.Granted>(desk.Decide(patron, Loan(Title("book")), Today));
    }

    [Fact]
    public void A_child_has_the_limit_of_children_from_its_day_on()
    {
        var child = new Patron(CardNumber.Of(SampleLibrary.CardOf(1)), "견본 회원 1") { IsChild = true };

        Assert.Equal(5, rules(Today, new(Audience: child.Audience)).LoanLimit);
        Assert.Equal(10, rules(Day("2026-12-01"), new(Audience: child.Audience)).LoanLimit);
        Assert.Equal(5, rules(Day("2026-12-01")).LoanLimit);
    }

    [Fact]
    public void A_hold_is_kept_as_long_as_its_branch_keeps_its_kind()
    {
        var desk = new HoldDesk(rules, Places, _ => []);

        Assert.Equal(Day("2026-11-29"), desk.PickUpBy(Today, new("galsan", Title("comic"))));
        Assert.Equal(Day("2026-11-27"), desk.PickUpBy(Today, new("galsan", Title("book"))));
    }

    public void Dispose()
    {
        house.Dispose();
        folder.Dispose();
    }

    private string Title(string format) => house.GetRequiredService<LibraryCatalog>().OfFormat(format, 1)[0].Id;

    private static Loan Loan(string record) =>
        new()
        {
            Barcode = "B1",
            RecordId = record,
            Title = "견본",
            Branch = "bugae",
            Borrowed = Day("2026-11-10"),
            Due = Today,
        };
}
