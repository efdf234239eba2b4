using Bupyeong.Chatbot.Tests.Support;
using Bupyeong.Chatbot.Understanding;
using Microsoft.Extensions.Logging;

namespace Bupyeong.Chatbot.Tests.Understanding;

public sealed class RecognizerTests
{
    [Theory]
    [InlineData("삼산 일요일 몇시까지?", "branch-hours")]
    [InlineData("데미안 연장해줘", "renew-loan")]
    [InlineData("내가 빌린 책 뭐 있어", "my-loans")]
    [InlineData("파친코 있나요", "find-book")]
    [InlineData("파친코 청천에 있나요", "book-availability")]
    [InlineData("이번주말 프로그램 뭐 있어", "find-program")]
    [InlineData("한번에 몇권까지 빌릴 수 있어요?", "library-rule")]
    [InlineData("사람이랑 얘기할래요", "talk-to-person")]
    [InlineData("죽고 싶어요", "crisis")]
    [InlineData("날씨 어때?", "out-of-scope")]
    public void Plain_wishes_are_understood(string text, string intent) =>
        Assert.Equal(intent, Words.Recognizer.Recognize(text).Intent);

    [Theory]
    [InlineData("dkssudgktpdy", "안녕하세요", "greeting")]
    [InlineData("xhwl dlTdjdy?", "토지 있어요?", "find-book")]
    public void A_forgotten_keyboard_switch_is_read_in_Hangul(string text, string read, string intent)
    {
        var recognition = Words.Recognizer.Recognize(text);
        Assert.Equal((read, intent, "ko"), (recognition.Text, recognition.Intent, recognition.Language));
    }

    [Theory]
    [InlineData("그럼 청천은?")]
    [InlineData("내일은요?")]
    [InlineData("두번째 거")]
    [InlineData("아 부개 말고 갈산")]
    [InlineData("일요일에는요")]
    [InlineData("삼산도서관")]
    [InlineData("어린이자료실은?")]
    public void A_follow_up_says_nothing_but_its_entities(string text) =>
        Assert.True(Words.Recognizer.Recognize(text).IsFollowUp);

    [Theory]
    [InlineData("청천은 몇시까지 해요")]
    [InlineData("그럼")]
    [InlineData("")]
    [InlineData("네")]
    [InlineData("9788936434120")]
    [InlineData("두번째 거 연장")]
    public void A_sentence_of_its_own_is_no_follow_up(string text) =>
        Assert.False(Words.Recognizer.Recognize(text).IsFollowUp);

    [Theory]
    [InlineData("토지 있어요?", "ko")]
    [InlineData("The Very Hungry Caterpillar 있어요", "ko")]
    [InlineData("Can foreigners borrow books?", "en")]
    [InlineData("Do you have any books by 한강", "en")]
    [InlineData("图书馆几点关门", "zh")]
    [InlineData("図書館は何時まで", "ja")]
    [InlineData("thư viện mở cửa mấy giờ", "vi")]
    [InlineData("во сколько закрывается", "ru")]
    [InlineData("??? 😀 123", "none")]
    [InlineData("", "none")]
    public void The_language_is_told_by_the_letters(string text, string language) =>
        Assert.Equal(language, Words.Recognizer.Recognize(text).Language);

    [Theory]
    [InlineData("")]
    [InlineData("\uD83D")]
    [InlineData("『")]
    [InlineData("『』")]
    [InlineData("\"")]
    [InlineData("{title} 있나요")]
    [InlineData("책\uDE00책")]
    public void Odd_messages_are_survived(string text)
    {
        var ranked = Words.Recognizer.Recognize(text).Ranked;
        Assert.Equal(1, ranked.Sum(score => score.Score), 6);
    }

    [Fact]
    public void A_pasted_page_is_read_in_part()
    {
        var page = string.Concat(Enumerable.Repeat("부개도서관 『토지』 있어요? 9788936434120 오늘 ", 2000));
        Assert.InRange(Words.Recognizer.Recognize(page).Text.Length, 1, 500);
    }

    [Fact]
    public void Any_number_of_turns_may_ask_at_once()
    {
        var alone = Words.Examples.Select(example => Words.Recognizer.Recognize(example.Text).Ranked[0]).ToList();
        var together = Words
            .Examples.AsParallel()
            .AsOrdered()
            .Select(example => Words.Recognizer.Recognize(example.Text).Ranked[0]);
        Assert.Equal(alone, together);
    }

    [Fact]
    public void What_was_learnt_is_read_again_and_a_damaged_file_is_learnt_again()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var log = new CollectedLog();
            var learnt = Small(folder.FullName, log);
            var file = Assert.Single(folder.GetFiles());
            var read = Small(folder.FullName, log);
            Assert.Single(log.Entries);
            Assert.Equal(learnt.Recognize("토지 있나요").Ranked, read.Recognize("토지 있나요").Ranked);

            File.WriteAllBytes(file.FullName, [.. File.ReadAllBytes(file.FullName).Reverse()]);
            Assert.Equal(
                learnt.Recognize("토지 있나요").Ranked,
                Small(folder.FullName, log).Recognize("토지 있나요").Ranked
            );
            Assert.Contains(log.Entries, entry => entry.Level == LogLevel.Warning);

            File.WriteAllBytes(file.FullName, []);
            Small(folder.FullName, log);
            Assert.Equal(3, log.Entries.Count(entry => entry.Level == LogLevel.Information));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_mark_that_nothing_fills_stops_the_start()
    {
        var folder = Directory.CreateTempSubdirectory();
        TrainingExample[] examples = [new("{colour} 책", "a"), new("안녕", "b")];
        var error = Assert.Throws<InvalidDataException>(() =>
            Recognizer.Build(examples, Words.Lexicon, folder.FullName, new CollectedLog())
        );
        Assert.Contains("{colour}", error.Message, StringComparison.Ordinal);
    }

    private static Recognizer Small(string folder, ILogger log) =>
        Recognizer.Build(
            [.. Words.Korean.Where(example => example.Intent is "find-book" or "greeting" or "cancel")],
            Words.Lexicon,
            folder,
            log
        );
}
