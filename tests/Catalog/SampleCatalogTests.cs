using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Catalog;
using static Bupyeong.Chatbot.Tests.Branches.Bupyeong;

namespace Bupyeong.Chatbot.Tests.Catalog;

/// <summary>The catalogue that the program ships with.</summary>
public sealed class SampleCatalogTests
{
    private static readonly CatalogFiles Files = CatalogFiles.Read(
        Path.Combine(AppContext.BaseDirectory, "knowledge", "catalog")
    );

    [Fact]
    public void There_are_six_hundred_titles_and_two_hundred_of_them_are_those_that_are_borrowed_most()
    {
        Assert.Equal(600, Files.Records.Count);
        Assert.True(Files.Records.Count(record => record.Source.Contains("정보나루", StringComparison.Ordinal)) >= 200);
    }

    [Fact]
    public void What_is_not_from_a_source_says_so() =>
        Assert.All(Files.Records, record => Assert.Contains(record.Source, new[] { "정보나루 인기대출", "견본" }));

    [Fact]
    public void Every_ISBN_has_thirteen_digits_and_the_last_checks_the_others() =>
        Assert.All(
            Files.Records.Where(record => record.Isbn is not null),
            record => Assert.Equal(CheckDigit(record.Isbn!), record.Isbn![12] - '0')
        );

    [Fact]
    public void No_ISBN_belongs_to_two_titles() =>
        Assert.Empty(
            Files
                .Records.Where(record => record.Isbn is not null)
                .GroupBy(record => record.Isbn)
                .Where(same => same.Count() > 1)
                .Select(same => $"{same.Key}: {string.Join(", ", same.Select(record => record.DisplayTitle))}")
        );

    /// <summary>Publisher, year and ISBN stand only where a source gives them.</summary>
    [Fact]
    public void Nothing_is_made_up_for_a_sample_title() =>
        Assert.All(
            Files.Records.Where(record => record.Source == "견본"),
            record => Assert.Equal(("", null, null), (record.Publisher, record.Year, record.Isbn))
        );

    [Fact]
    public void Every_title_has_a_copy_with_a_call_number_at_one_of_our_branches()
    {
        var held = Files.Copies.ToLookup(copy => copy.Holding.RecordId);
        Assert.Empty(Files.Records.Where(record => !held[record.Id].Any()).Select(record => record.DisplayTitle));
        Assert.All(Files.Copies, copy => Assert.NotEmpty(copy.Holding.CallNumber));
        Assert.All(Files.Copies, copy => Assert.True(Branch(copy.Holding.Branch).IsOurs));
    }

    [Fact]
    public void Copies_are_spread_over_all_six_branches() =>
        Assert.Equal(
            Places.Libraries.Select(branch => branch.Code).Order(),
            Files
                .Copies.Select(copy => copy.Holding.Branch)
                .Distinct()
                .Where(code => Branch(code).Kind is BranchKind.Branch)
                .Order()
        );

    /// <summary>Counted here again, so that the reader's own arithmetic is not asked about itself.</summary>
    private static int CheckDigit(string isbn) =>
        (10 - isbn.Take(12).Select((digit, at) => (digit - '0') * (at % 2 == 0 ? 1 : 3)).Sum() % 10) % 10;
}
