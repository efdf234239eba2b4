using System.Text.Json;
using Bupyeong.Chatbot.Dialogs;
using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Programs;
using Bupyeong.Chatbot.Tests.Knowledge;
using Bupyeong.Chatbot.Tests.Support;
using static Bupyeong.Chatbot.Tests.Branches.Bupyeong;

namespace Bupyeong.Chatbot.Tests.Programs;

/// <summary>
/// Programs by what they are about, asked by a writer who had seen the programs and neither the words they are found by nor
/// any training sentence.
/// </summary>
public sealed class ProgramSearchTests(ITestOutputHelper output)
{
    private const double FoundFloor = 0.85;
    private const double NoneFloor = 0.8;

    private static readonly ProgramSearch Search = new(
        ProgramsRegistration.Read(Path.Combine(AppContext.BaseDirectory, "knowledge", "programs"), Places),
        Words.Korean.Where(example => example.Intent == "find-program").Select(example => example.Text),
        Synonyms.Read(ShippedKnowledge.SynonymsPath)
    );

    private static readonly Cues Cues = Cues.Read(
        Path.Combine(AppContext.BaseDirectory, "dialogs", "entities", "cues")
    );

    private static readonly List<Looked> Unseen =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Programs", "unseen.jsonl"))
            .Select(line => JsonSerializer.Deserialize<Looked>(line, JsonSerializerOptions.Web)!),
    ];

    [Fact]
    public void What_residents_look_for_is_found_in_their_own_words()
    {
        var looked = Unseen.Where(one => one.Programs is not []).ToList();
        var found = looked.Count(one => Find(one.Question).Ids.Intersect(one.Programs).Any());
        output.WriteLine($"found {found} of {looked.Count}");
        Assert.InRange((double)found / looked.Count, FoundFloor, 1);
    }

    [Fact]
    public void What_no_program_is_about_is_said_to_be_none()
    {
        var looked = Unseen.Where(one => one.Programs is []).ToList();
        var none = looked.Count(one => Find(one.Question) == ProgramMatch.None);
        output.WriteLine($"none {none} of {looked.Count}");
        Assert.InRange((double)none / looked.Count, NoneFloor, 1);
    }

    [Theory]
    [InlineData("프로그램 뭐 있어요?")]
    [InlineData("들을 만한 강좌 있나요")]
    [InlineData("행사알려줘")]
    [InlineData("이번 주에 아이랑 갈 만한 거 없나")]
    [InlineData("무료 강좌 있나요")]
    public void Whoever_asks_for_any_program_has_named_none(string message) =>
        Assert.Equal(ProgramMatch.Any, Find(message));

    [Fact]
    public void None_is_nearly_a_sentence_that_was_taught() =>
        Assert.Empty(Likeness.NearlyTaught(Unseen.Select(one => one.Question), Words.Known));

    /// <summary>As <see cref="FindProgram"/> asks.</summary>
    private static ProgramMatch Find(string message) =>
        FindProgram.Telling(Words.Recognizer.Recognize(message), Cues) is [_, ..] words
            ? Search.Find(string.Join(' ', words))
            : ProgramMatch.Any;

    private sealed record Looked(string Question, IReadOnlyList<string> Programs);
}
