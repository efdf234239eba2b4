using System.Text.Json;
using Bupyeong.Chatbot.LanguageModel;

namespace Bupyeong.Chatbot.Tests.LanguageModel;

/// <summary>The answer of a model, read while it arrives in pieces of any kind.</summary>
public sealed class GeneratedAnswerTests
{
    /// <summary>Braces, brackets, quotes and escapes where they mean nothing, and letters of more than one char or byte.</summary>
    private const string Body = """
         { "sentences" : [
        {"text":"도서는 \"5권\"까지 }]} 빌려요.\\","passage":1},
        {"passage":2,"text":"\ud83d\ude00 😀 한 사람\uc774 {[ 예약해요."} ] }

        """;

    private static readonly CitedSentence[] Sentences =
    [
        new("도서는 \"5권\"까지 }]} 빌려요.\\", 1),
        new("😀 😀 한 사람이 {[ 예약해요.", 2),
    ];

    [Fact]
    public void It_is_the_same_wherever_it_is_cut()
    {
        for (var first = 0; first <= Body.Length; first++)
        for (var second = first; second <= Body.Length; second++)
        {
            var answer = new GeneratedAnswer();
            Assert.True(answer.Read(Body[..first]) && answer.Read(Body[first..second]) && answer.Read(Body[second..]));
            Assert.True(answer.IsWhole);
            Assert.Equal(Sentences, answer.Sentences);
        }
    }

    [Fact]
    public void A_sentence_is_there_with_its_last_brace_and_not_before()
    {
        var answer = new GeneratedAnswer();
        var ends = new List<int>();
        for (var at = 0; at < Body.Length; at++)
        {
            var before = answer.Sentences.Count;
            Assert.True(answer.Read(Body[at..(at + 1)]));
            if (answer.Sentences.Count > before)
                ends.Add(at);
        }
        Assert.Equal(
            [Body.IndexOf("},", StringComparison.Ordinal), Body.LastIndexOf("} ]", StringComparison.Ordinal)],
            ends
        );
    }

    [Theory]
    [InlineData("도서는 5권까지예요.")]
    [InlineData("""[{"text":"도서","passage":1}]""")]
    [InlineData("""{"answer":[{"text":"도서","passage":1}]}""")]
    [InlineData("""{"sentences":{"text":"도서","passage":1}}""")]
    [InlineData("""{"sentences":[{"text":"도서는 5권까지예요."}]}""")]
    [InlineData("""{"sentences":[{"text":null,"passage":1}]}""")]
    [InlineData("""{"sentences":[{"text":"도서","passage":"1"}]}""")]
    [InlineData("""{"sentences":[{"text":"\ud83d","passage":1}]}""")]
    [InlineData("""{"sentences":[{"text":"도서","passage":1,"tool":"renew"}]}""")]
    [InlineData("""{"sentences":[null]}""")]
    [InlineData("""{"sentences":[[]]}""")]
    [InlineData("""{"sentences":[{"text":"도서","passage":1},]}""")]
    [InlineData("""{"sentences":[{"text":"도서","passage":1}],"tool":"renew"}""")]
    [InlineData("""{"sentences":[{"text":"도서","passage":1}]} 그리고""")]
    [InlineData("""{"sentences":[{"text":"도서","passage":1}]}{"sentences":[]}""")]
    public void Another_form_is_none_in_one_piece_and_letter_by_letter(string body)
    {
        Assert.False(new GeneratedAnswer().Read(body));
        var answer = new GeneratedAnswer();
        Assert.False(body.All(letter => answer.Read(letter.ToString())));
    }

    [Fact]
    public void What_has_not_come_to_its_end_is_not_whole()
    {
        var body = JsonSerializer.Serialize(new { sentences = new[] { new { text = "도서", passage = 1 } } });
        for (var length = 0; length < body.Length; length++)
        {
            var answer = new GeneratedAnswer();
            Assert.True(answer.Read(body[..length]));
            Assert.False(answer.IsWhole);
        }
    }
}
