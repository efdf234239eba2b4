using Bupyeong.Chatbot.Knowledge;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Knowledge;

/// <summary>Entries out of the store and into it again.</summary>
public sealed class KnowledgeExportTests : IDisposable
{
    private static readonly string First = StoredKnowledge.Entry("loan-limit", "다섯 권까지예요.");
    private static readonly string Second = StoredKnowledge.Entry("loan-limit", "여섯 권까지예요.");
    private static readonly string Third = StoredKnowledge.Entry("loan-limit", "일곱 권까지예요.");

    // Line ends, a mark at the beginning and a missing end of line are somebody's bytes too.
    private static readonly string Odd =
        "\uFEFF"
        + StoredKnowledge
            .Entry("lost-card", "분실 신고를 하세요.", "회원증을 잃어버렸어요")
            .ReplaceLineEndings("\r\n")
            .TrimEnd();

    private readonly TemporaryFolder folder = new();

    public KnowledgeExportTests()
    {
        StoredKnowledge.Write(folder.Path, "loan-limit", First);
        StoredKnowledge.Write(folder.Path, "lost-card", Odd);
    }

    private string Out => Path.Combine(folder.Path, "out");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_exported_changes_nothing_when_it_is_imported_and_is_exported_the_same_byte_for_byte()
    {
        await using var knowledge = new StoredKnowledge(folder.Path);
        await knowledge.Editing.SaveAsync("loan-limit", Second, 1, new("자료봉사"));
        Assert.Equal(3, knowledge.Files.Export(Out));
        var before = Bytes();
        Assert.Equal(["drafts/loan-limit.md", "loan-limit.md", "lost-card.md", "versions.yml"], before.Keys);
        foreach (var slug in (string[])["loan-limit", "lost-card"])
            Assert.Equal(
                await File.ReadAllBytesAsync(
                    Path.Combine(folder.Path, "knowledge", "policies", $"{slug}.md"),
                    Cancellation
                ),
                before[$"{slug}.md"]
            );

        var taken = await knowledge.Files.ImportAsync(Out);
        knowledge.Files.Export(Out);

        Assert.Equal((3, 0, 0), (taken.Read, taken.Versions.Count, taken.Conflicts.Count));
        Assert.Equal(before, Bytes());
        Assert.Equal(3, knowledge.Store.All().Count);
    }

    [Fact]
    public async Task A_changed_folder_makes_new_versions_once_and_a_restart_does_not_undo_them()
    {
        await using (var knowledge = new StoredKnowledge(folder.Path))
        {
            await knowledge.Publishes("loan-limit", Second);
            knowledge.Files.Export(Out);
            await File.WriteAllTextAsync(Path.Combine(Out, "loan-limit.md"), Third, Cancellation);

            var version = Assert.Single((await knowledge.Files.ImportAsync(Out)).Versions);
            Assert.Equal((4, EntryAct.Import), (version.Version, version.Act));
            Assert.Empty((await knowledge.Files.ImportAsync(Out)).Versions);
        }
        await using var again = new StoredKnowledge(folder.Path);
        Assert.Equal("일곱 권까지예요.", again.Tells());
        Assert.Empty(again.Store.Conflicts());
    }

    [Fact]
    public async Task What_staff_have_written_since_the_export_stays_and_the_file_waits()
    {
        await using var knowledge = new StoredKnowledge(folder.Path);
        knowledge.Files.Export(Out);
        await knowledge.Publishes("loan-limit", Second);
        await File.WriteAllTextAsync(Path.Combine(Out, "loan-limit.md"), Third, Cancellation);

        var taken = await knowledge.Files.ImportAsync(Out);

        Assert.Empty(taken.Versions);
        Assert.Equal(Third, Assert.Single(taken.Conflicts).Text);
        Assert.Equal("여섯 권까지예요.", knowledge.Tells());
    }

    [Fact]
    public async Task A_folder_fills_another_store_with_its_drafts_and_what_is_withdrawn()
    {
        await using (var knowledge = new StoredKnowledge(folder.Path))
        {
            await knowledge.Editing.SaveAsync("loan-limit", Second, 1, new("자료봉사"));
            await knowledge.Editing.WithdrawAsync("lost-card", null, null, new("자료봉사"));
            knowledge.Files.Export(Out);
        }
        using var elsewhere = new TemporaryFolder();
        await using var other = new StoredKnowledge(elsewhere.Path);

        await other.Files.ImportAsync(Out);

        other.Published.Refresh();
        Assert.Equal("다섯 권까지예요.", other.Tells());
        Assert.Null(other.Published.Current.Find("lost-card"));
        Assert.Equal(
            [EntryStatus.Sample, EntryStatus.Draft],
            other.Store.Of("loan-limit").Select(version => version.Status)
        );
        var before = Bytes();
        other.Files.Export(Out);
        before.Remove("versions.yml");
        Assert.All(before, file => Assert.Equal(file.Value, Bytes()[file.Key]));
    }

    [Theory]
    [InlineData("title: 안내 loan-limit", "title:", "loan-limit.md(2): title is missing.")]
    [InlineData("status: sample", "status: perhaps", "loan-limit.md(2): status: 'perhaps' is none of")]
    [InlineData("다섯 권까지예요.", "{{rule \"loan.limits\"}}", "loan-limit.md(14): no rule 'loan.limits'")]
    [InlineData("slug: loan-limit", "slug: lost-card", "lost-card.md(1): the slug lost-card is also ")]
    public async Task One_broken_file_is_named_and_nothing_is_taken(string right, string wrong, string message)
    {
        await using var knowledge = new StoredKnowledge(folder.Path);
        knowledge.Files.Export(Out);
        await File.WriteAllTextAsync(
            Path.Combine(Out, "a.md"),
            StoredKnowledge.Entry("a-new-one", "새 안내예요."),
            Cancellation
        );
        await File.WriteAllTextAsync(
            Path.Combine(Out, "loan-limit.md"),
            First.Replace(right, wrong, StringComparison.Ordinal),
            Cancellation
        );

        var broken = await Assert.ThrowsAsync<InvalidDataException>(() => knowledge.Files.ImportAsync(Out));

        Assert.Contains(message, broken.Message, StringComparison.Ordinal);
        Assert.Equal(2, knowledge.Store.All().Count);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_named_with_their_line()
    {
        await using var knowledge = new StoredKnowledge(folder.Path);
        knowledge.Files.Export(Out);
        await File.WriteAllBytesAsync(
            Path.Combine(Out, "loan-limit.md"),
            [.. "---\ntitle: "u8, 0xB0, 0xA1, (byte)'\n'],
            Cancellation
        );

        var broken = await Assert.ThrowsAsync<InvalidDataException>(() => knowledge.Files.ImportAsync(Out));

        Assert.EndsWith("loan-limit.md(2): the text is not UTF-8.", broken.Message, StringComparison.Ordinal);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private SortedDictionary<string, byte[]> Bytes() =>
        new(
            Directory
                .EnumerateFiles(Out, "*", SearchOption.AllDirectories)
                .ToDictionary(path => Path.GetRelativePath(Out, path).Replace('\\', '/'), File.ReadAllBytes),
            StringComparer.Ordinal
        );
}
