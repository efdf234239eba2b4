using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Programs;
using static Bupyeong.Chatbot.Tests.Branches.Bupyeong;

namespace Bupyeong.Chatbot.Tests.Programs;

public sealed class ProgramFilesTests : IDisposable
{
    private const string Good = """
        - id: P1
          title: 책 읽는 밤
          branch: bugae
          place: 1층
          audiences: [adult]
          week: 0
          weekday: sat
          sessions: 1
          time: "19:00-21:00"
          capacity: 10
          apply_opens_days_before: 14
          apply_closes_days_before: 1
          description: 함께 읽어요. (견본)

        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("programs");

    [Fact]
    public void Every_sample_program_takes_place_on_days_its_branch_is_open()
    {
        var plans = ProgramsRegistration.Read(Path.Combine(AppContext.BaseDirectory, "knowledge", "programs"), Places);

        foreach (var program in plans.Select(plan => plan.On(Day("2026-11-22"), Places)))
        {
            foreach (var day in program.Days)
                Assert.IsType<DayHours.Open>(Places.HoursOn(Branch(program.Branch), day));
        }
    }

    [Fact]
    public void There_are_forty_sample_programs_and_all_say_so()
    {
        var plans = ProgramsRegistration.Read(Path.Combine(AppContext.BaseDirectory, "knowledge", "programs"), Places);

        Assert.Equal(40, plans.Count);
        Assert.All(plans, plan => Assert.Contains("견본", plan.Description, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("branch: bugae", "branch: mars", "sample.yml(1)", "mars")]
    [InlineData("weekday: sat", "weekday: 토", "sample.yml(7)", "토")]
    [InlineData("sessions: 1", "sessions: 0", "sample.yml(1)", "session")]
    [InlineData("capacity: 10", "capacity: many", "sample.yml(10)", "many")]
    [InlineData("title: 책 읽는 밤", "name: 책 읽는 밤", "sample.yml(2)", "name")]
    public void A_mistake_names_the_file_the_line_and_what_was_wrong(
        string line,
        string mistake,
        string where,
        string what
    )
    {
        var error = Assert.Throws<InvalidDataException>(() =>
            Read(Good.Replace(line, mistake, StringComparison.Ordinal))
        );

        Assert.Contains(where, error.Message, StringComparison.Ordinal);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_is_given_once()
    {
        var error = Assert.Throws<InvalidDataException>(() => Read(Good + Good));

        Assert.Contains("sample.yml(14)", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private IReadOnlyList<ProgramPlan> Read(string yaml)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "sample.yml"), yaml);
        return ProgramsRegistration.Read(folder.FullName, Places);
    }
}
