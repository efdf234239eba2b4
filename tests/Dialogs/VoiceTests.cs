using System.Text.RegularExpressions;
using Bupyeong.Chatbot.Replies;
using static Bupyeong.Chatbot.Tests.Branches.Bupyeong;

namespace Bupyeong.Chatbot.Tests.Dialogs;

/// <summary>How the assistant talks: 해요체, short, kind, and nothing that a person would not say.</summary>
public sealed partial class VoiceTests
{
    private const int MostLines = 3;
    private const int MostChoices = 4;

    /// <summary>What never stands in a reply, and why.</summary>
    private static readonly (string Pattern, string Why)[] Never =
    [
        ("고객", "residents are no customers"),
        ("[!！]", "no exclamation marks"),
        (@"\d{4}-\d{2}-\d{2}", "dates as people say them"),
        (@"\b\d{1,2}:\d{2}\b", "times as people say them"),
        ("습니다|습니까|십시오|하시오", "해요체"),
        ("로그인|로그아웃|패스워드|클릭|에러|서버|시스템|데이터베이스|아이디|챗봇|봇", "no jargon"),
        ("잘못|틀렸|틀리", "never blames"),
        ("죄송.*죄송", "no apologies twice"),
        (@"\p{Cs}|[☀-➿-[✓✗]]", "no emoji"),
    ];

    private static readonly IReadOnlyList<(ReplyTemplate Reply, Message Message)> Written =
    [
        .. ShippedReplies.Korean.SelectMany(reply => ShippedReplies.Write(reply).Select(message => (reply, message))),
    ];

    public static TheoryData<string, string> Rules => [.. Never.Select(rule => (rule.Pattern, rule.Why))];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Never_said(string pattern, string why) =>
        Complain(
            why,
            written => written.Message.Choices.Append(written.Message.Text).Any(text => Regex.IsMatch(text, pattern))
        );

    [Fact]
    public void At_most_three_lines() =>
        Complain("too many lines", written => written.Message.Text.Split('\n').Length > MostLines);

    [Fact]
    public void At_most_four_quick_replies() =>
        Complain(
            "too many quick replies",
            written => written.Reply.Choices.SelectMany(choice => choice.Split('|')).Count() > MostChoices
        );

    [Fact]
    public void A_whole_sentence_ends_as_people_talk() =>
        Complain(
            "not 해요체",
            written => Sentences(written.Message.Text).Any(sentence => !Aside().Replace(sentence, "").EndsWith('요'))
        );

    [Fact]
    public void Foreign_words_only_where_a_foreigner_is_spoken_to() =>
        Complain(
            "foreign words",
            written => written.Message.Name != "fallback/other-language" && Latin().IsMatch(written.Message.Text)
        );

    /// <summary>The welcome says that nobody but a program writes, and that the data are a sample.</summary>
    [Fact]
    public void The_first_words_say_what_speaks()
    {
        var hello = Written.Single(written => written.Message.Name == "welcome/hello").Message.Text;
        Assert.Contains("자동", hello, StringComparison.Ordinal);
        Assert.Contains("견본", hello, StringComparison.Ordinal);
    }

    [Fact]
    public void A_telephone_number_is_one_of_a_library() =>
        Complain(
            "a number of nobody",
            written =>
                Phone()
                    .Matches(written.Message.Text)
                    .Any(phone => Places.All.All(branch => branch.Phone != phone.Value))
        );

    private static void Complain(string why, Func<(ReplyTemplate Reply, Message Message), bool> isWrong) =>
        Assert.Empty(
            Written
                .Where(isWrong)
                .Select(wrong => $"{wrong.Reply.File}:{wrong.Reply.LineNumber}: {why}: {wrong.Message.Text}")
        );

    /// <summary>What stands before each full stop or question mark; a line in Latin letters is none of ours.</summary>
    private static IEnumerable<string> Sentences(string text) =>
        from line in text.Split('\n')
        where !char.IsAsciiLetter(line[0])
        from Match sentence in Sentence().Matches(line)
        select sentence.Groups[1].Value;

    [GeneratedRegex(@"([^.?]+)[.?]")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\s*\([^)]*\)$")]
    private static partial Regex Aside();

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex Latin();

    [GeneratedRegex(@"\b0\d{1,2}-\d{3,4}-\d{4}\b")]
    private static partial Regex Phone();
}
