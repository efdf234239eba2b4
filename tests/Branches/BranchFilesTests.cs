using Bupyeong.Chatbot.Branches;

namespace Bupyeong.Chatbot.Tests.Branches;

public sealed class BranchFilesTests : IDisposable
{
    private const string Calendar = """
        covers: { from: 2026-01-01, to: 2026-12-31 }
        holidays:
          - { date: 2026-01-01, name: 신정, kind: public }
        """;

    private const string Good = """
        code: here
        name: 여기
        official_name: 여기도서관
        kind: branch
        operator: 부평구문화재단
        address: 부평구
        phone:
        source: 견본
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("branches");

    [Fact]
    public void An_empty_value_is_no_value()
    {
        var branch = Read(Good).Find("here")!;

        Assert.Null(branch.Phone);
        Assert.Empty(branch.Rooms);
    }

    [Theory]
    [InlineData("also_closed: [5월1일]", "here.yml(9)", "5월1일")]
    [InlineData("rooms: [{ name: 방, hours: { tue: \"9-18\" } }]", "here.yml(9)", "9-18")]
    [InlineData("rooms: [{ name: 방, hours: { 화: \"09:00-18:00\" } }]", "here.yml(9)", "화")]
    [InlineData("telephone: 032", "here.yml(9)", "telephone")]
    [InlineData("rooms: [{ name: 방", "here.yml(10)", "flow")]
    [InlineData("code: there", "here.yml(9)", "code")]
    public void A_mistake_names_the_file_the_line_and_what_was_wrong(string line, string where, string what)
    {
        var error = Assert.Throws<InvalidDataException>(() => Read($"{Good}\n{line}"));

        Assert.Contains(where, error.Message, StringComparison.Ordinal);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_branch_without_its_kind_is_refused()
    {
        var error = Assert.Throws<InvalidDataException>(() =>
            Read(Good.Replace("kind: branch\n", "", StringComparison.Ordinal))
        );

        Assert.Contains("kind", error.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_file_is_named_by_its_code()
    {
        var error = Assert.Throws<InvalidDataException>(() =>
            Read(Good.Replace("code: here", "code: there", StringComparison.Ordinal))
        );

        Assert.Contains("there", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private BranchDirectory Read(string branch)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "holidays.yml"), Calendar);
        File.WriteAllText(Path.Combine(folder.FullName, "here.yml"), branch);
        return BranchesRegistration.Read(folder.FullName);
    }
}
