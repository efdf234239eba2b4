using Bupyeong.Chatbot.Knowledge;
using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Bupyeong.Chatbot.Tests.Channels;

/// <summary>Residents of a library whose branches and kinds of item have figures of their own.</summary>
public sealed class BranchFiguresTests : IDisposable
{
    private const string Page = "/knowledge/loan-limit-and-period";

    private const string Narrower = """

        - {key: loan.limit, title: 갈산도서관 권수, value: 8, unit: 권, branches: [galsan], effective_from: 2026-01-01, source: 견본}
        - {key: loan.limit, title: 권수, value: 4, unit: 권, audiences: [child], effective_from: 2026-01-01, source: 견본}
        - {key: loan.limit, title: 만화책 권수, value: 3, unit: 권, kinds: [comic], effective_from: 2026-01-01, source: 견본}
        """;

    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task A_branchs_figure_is_told_as_its_own_and_stands_on_the_page_that_is_cited()
    {
        await using var host = Host();
        var resident = await Resident.ComesTo(host);

        await resident.Says("갈산도서관은 책 몇 권까지 빌릴 수 있어요?");
        resident.Hears("library-rule/answer");
        Assert.Contains("8권", resident.Heard[0].Text, StringComparison.Ordinal);
        Assert.Contains("갈산도서관", resident.Heard[0].Text, StringComparison.Ordinal);
        Assert.Contains($"{Page}?branch=galsan", resident.Heard[0].Shown, StringComparison.Ordinal);
        await resident.Says("삼산도서관은요?");
        Assert.Contains("5권", resident.Heard[0].Text, StringComparison.Ordinal);

        var page = await Support.Page.Open(host, $"{Page}?branch=galsan");
        page.Says("갈산도서관 기준이에요");
        page.Says("8권");
        page.Says("갈산도서관 권수 (갈산도서관)");
        page.Says("권수 (어린이)");
        (await Support.Page.Open(host, $"{Page}?branch=samsan")).DoesNotSay("기준이에요");
        (await Support.Page.Open(host, $"{Page}?branch=nowhere")).DoesNotSay("기준이에요");
    }

    [Fact]
    public async Task A_figure_of_a_kind_of_item_is_told_with_the_kind()
    {
        await using var host = Host();
        var resident = await Resident.ComesTo(host);

        await resident.Says("만화책은 몇 권까지 빌릴 수 있어요?");

        resident.Hears("library-rule/answer");
        Assert.Contains("만화책", resident.Heard[0].Text, StringComparison.Ordinal);
        Assert.Contains("3권", resident.Heard[0].Text, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    /// <summary>The library as it is, with the narrower values beside its own.</summary>
    private LibraryHost Host()
    {
        var shipped = Path.Combine(AppContext.BaseDirectory, "knowledge");
        var policies = Directory.CreateDirectory(Path.Combine(folder.Path, "policies")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(shipped, "policies")))
            File.Copy(file, Path.Combine(policies, Path.GetFileName(file)));
        File.WriteAllText(
            Path.Combine(folder.Path, "rules.yml"),
            File.ReadAllText(Path.Combine(shipped, "rules.yml")) + Narrower
        );
        return new LibraryHost(change: services =>
            services.AddSingleton(provider => new PublishedKnowledge(
                KnowledgeBase.Open(
                    folder.Path,
                    provider.GetRequiredService<Synonyms>(),
                    Path.Combine(folder.Path, "data")
                )
            ))
        );
    }
}
