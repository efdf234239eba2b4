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

    private const string Notice = """
        source: 견본
        closures:
          - id: one
            branches: [here]
            from: 2026-12-07
            to: 2026-12-11
            reason: 장서점검
            meanwhile: 반납함에 넣어 주세요.
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
    [InlineData("closures: [{ from: 2026-13-01, to: 2026-12-02, reason: 공사 }]", "here.yml(9)", "2026-13-01")]
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

    [Theory]
    [InlineData("branches: [there]", "There is no branch \"there\"")]
    [InlineData("branches: []", "closes no branch")]
    [InlineData("to: 2026-12-01", "before it begins")]
    [InlineData("from: 2026-12-32", "2026-12-32")]
    [InlineData("until: 2026-12-01", "until")]
    public void A_mistake_in_a_notice_names_the_file_the_line_and_what_was_wrong(string line, string what)
    {
        var key = line[..line.IndexOf(':', StringComparison.Ordinal)];
        var lines = Notice
            .Split('\n')
            .Select(good =>
                good.TrimStart(' ', '-').StartsWith($"{key}:", StringComparison.Ordinal) ? $"    {line}" : good
            );
        var text = string.Join('\n', lines);
        File.WriteAllText(
            Path.Combine(folder.FullName, "closures.yml"),
            text.Contains(line, StringComparison.Ordinal) ? text : $"{text}\n    {line}"
        );

        var error = Assert.Throws<InvalidDataException>(() => Read(Good));

        Assert.Matches(@"closures\.yml\(\d+\)", error.Message);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_notices_for_one_branch_at_one_time_are_refused()
    {
        File.WriteAllText(
            Path.Combine(folder.FullName, "closures.yml"),
            $"{Notice}\n{Notice[Notice.IndexOf("  - id", StringComparison.Ordinal)..].Replace("id: one", "id: two", StringComparison.Ordinal)}"
        );

        var error = Assert.Throws<InvalidDataException>(() => Read(Good));

        Assert.Contains("closures.yml(9)", error.Message, StringComparison.Ordinal);
        Assert.Contains("closes then too", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private BranchDirectory Read(string branch)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "holidays.yml"), Calendar);
        File.WriteAllText(Path.Combine(folder.FullName, "here.yml"), branch);
        return BranchesRegistration.Read(folder.FullName);
    }
}
