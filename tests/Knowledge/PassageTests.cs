using Bupyeong.Chatbot.Knowledge;

namespace Bupyeong.Chatbot.Tests.Knowledge;

/// <summary>Long texts, of which only the part that was asked about is said.</summary>
public sealed class PassageTests : IDisposable
{
    private const string Long = """
        ---
        title: 시설 이용 안내
        slug: rooms
        ---
        도서관 시설을 소개해요.

        ## 세미나실
        세미나실은 여섯 명부터 쓸 수 있어요. 사흘 전까지 신청해 주세요.
        음식은 가지고 들어갈 수 없어요. 쓰고 나서는 책상을 제자리에 놓아 주세요. 빔프로젝터는 안내대에서 빌려 드려요.

        ## 사물함
        사물함은 하루만 쓸 수 있어요. 열쇠를 잃어버리면 새로 만드는 값을 내셔야 해요.

        밤에는 비워 둬요.
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("passages-").FullName;

    [Theory]
    [InlineData(
        "사물함 열쇠를 잃어버렸어요",
        "사물함은 하루만 쓸 수 있어요. 열쇠를 잃어버리면 새로 만드는 값을 내셔야 해요. 밤에는 비워 둬요."
    )]
    [InlineData(
        "세미나실에서 빔프로젝터 빌려 쓸 수 있어요?",
        "세미나실은 여섯 명부터 쓸 수 있어요. 사흘 전까지 신청해 주세요. 빔프로젝터는 안내대에서 빌려 드려요."
    )]
    public void A_long_text_answers_with_three_sentences_of_the_passage_that_is_asked_about(
        string question,
        string answer
    )
    {
        using var knowledge = Open();
        var best = knowledge.Rank(question, new(2026, 9, 15), 1)[0].Entry;
        Assert.Equal(answer, string.Join(' ', knowledge.AnswerOf(best, new(2026, 9, 15), question).Sentences));
    }

    [Fact]
    public void A_heading_is_searched_and_never_said()
    {
        using var knowledge = Open();
        var entry = knowledge.Find("rooms")!;
        Assert.Equal(["", "세미나실", "사물함"], entry.Passages.Select(passage => passage.Heading));
        Assert.DoesNotContain(
            knowledge.AnswerOf(entry, new(2026, 9, 15), "사물함").Sentences,
            sentence => sentence.Contains('#', StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_row_of_a_table_is_said_with_the_heads_of_its_columns_and_only_what_is_asked_about()
    {
        const string Table = """
            ---
            title: 권수
            slug: counts
            ---
            아래와 같아요.

            | 구분 | 권수 | 비고 |
            |---|:-:|---|
            | 어린이 | 5권 | |
            | 어른 \| 가족 | 7권 | 합쳐서 |
            | 단체 | 30권 | 신청 |
            """;
        using var knowledge = Open(Table);
        var entry = knowledge.Find("counts")!;

        Assert.Equal(
            [
                "아래와 같아요.",
                "구분: 어린이, 권수: 5권",
                "구분: 어른 | 가족, 권수: 7권, 비고: 합쳐서",
                "구분: 단체, 권수: 30권, 비고: 신청",
            ],
            Assert.Single(entry.Passages).Sentences
        );
        Assert.Equal(
            ["아래와 같아요.", "구분: 어린이, 권수: 5권", "구분: 단체, 권수: 30권, 비고: 신청"],
            knowledge.AnswerOf(entry, new(2026, 9, 15), "단체는 얼마나 빌려요?").Sentences
        );
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private KnowledgeBase Open(string text = Long)
    {
        File.WriteAllText(Path.Combine(folder, "rooms.md"), text);
        File.WriteAllText(Path.Combine(folder, "rules.yml"), "[]");
        return KnowledgeBase.OpenForeign(folder, folder, Chatbot.Korean.Synonyms.None, new(2026, 9, 15));
    }
}
