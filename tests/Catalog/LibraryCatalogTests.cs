using Bupyeong.Chatbot.Catalog;
using Bupyeong.Chatbot.Search;

namespace Bupyeong.Chatbot.Tests.Catalog;

/// <summary>The catalogue that the program ships with, opened once.</summary>
public sealed class ShippedCatalog : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("catalog-").FullName;

    public ShippedCatalog() =>
        Catalog = LibraryCatalog.Open(
            Path.Combine(AppContext.BaseDirectory, "knowledge", "catalog"),
            SearchEngine.In(data),
            TimeProvider.System
        );

    public LibraryCatalog Catalog { get; }

    public void Dispose()
    {
        Catalog.Dispose();
        Directory.Delete(data, recursive: true);
    }
}

public sealed class LibraryCatalogTests(ShippedCatalog shipped) : IClassFixture<ShippedCatalog>
{
    [Theory]
    [InlineData("불편한 편의점", "불편한 편의점")]
    [InlineData("불편한편의점", "불편한 편의점")]
    [InlineData("불편한 편의점을", "불편한 편의점")]
    [InlineData("불편한편이점2", "불편한 편의점 2")]
    [InlineData("불편한 편의점 2권 있나요?", "불편한 편의점 2")]
    [InlineData("『불편한 편의점』", "불편한 편의점")]
    [InlineData("살기로 했다", "나는 나로 살기로 했다")]
    [InlineData("나로 살기로", "나는 나로 살기로 했다")]
    [InlineData("태백산맥 1권", "太白山脈 1")]
    [InlineData("태백산백 4", "太白山脈 4")]
    [InlineData("토지 1권", "토지 1")]
    [InlineData("토지 13권을", "토지 13")]
    [InlineData("토지", "토지 1")]
    [InlineData("박경리 토지 3", "토지 3")]
    [InlineData("흔한남매 6", "흔한남매 6")]
    [InlineData("흔한 남매 3권 빌리고 싶어요", "흔한남매 3")]
    [InlineData("한강 채식주의자", "채식주의자")]
    [InlineData("한강의 소년이 온다", "소년이 온다")]
    [InlineData("체식주의자", "채식주의자")]
    [InlineData("9788936433598", "채식주의자")]
    [InlineData("978-89-364-3359-8", "채식주의자")]
    [InlineData("8936433598", "채식주의자")]
    [InlineData("the very hungry caterpillar", "The Very Hungry Caterpillar")]
    [InlineData("Hungry Catepillar", "The Very Hungry Caterpillar")]
    [InlineData("배고픈 애벌레", "배고픈 애벌레")]
    [InlineData("흰을", "흰")]
    [InlineData("신을", "신 1")]
    [InlineData("정유정 28", "28")]
    [InlineData("ㅂㅍㅎㅍㅇㅈ", "불편한 편의점")]
    [InlineData("ㅌㅈ", "토지 1")]
    [InlineData("해리 포터와 불의 잔", "해리포터와 불의 잔")]
    [InlineData("해리포터 불의잔", "해리포터와 불의 잔")]
    [InlineData("용의자 엑스의 헌신", "용의자 X의 헌신")]
    [InlineData("나미야 잡화점", "나미야 잡화점의 기적")]
    [InlineData("나미아 잡화점의 기적", "나미야 잡화점의 기적")]
    [InlineData("흰", "흰")]
    public void A_title_is_found_first_however_it_is_asked_for(string query, string title)
    {
        var result = Search(query);
        Assert.True(result.Found, $"not found: {query}");
        Assert.StartsWith(title, result.Hits[0].Record.DisplayTitle, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("한강", "한강")]
    [InlineData("한강 작가의 책", "한강")]
    [InlineData("히가시노게이고 책", "히가시노 게이고")]
    [InlineData("히가시노 게이고가 쓴 책 추천해줘", "히가시노 게이고")]
    [InlineData("조앤 롤링", "조앤 K. 롤링")]
    [InlineData("앤서니 브라운 그림책", "앤서니 브라운")]
    public void An_author_brings_the_authors_books(string query, string author)
    {
        var result = Search(query);
        Assert.All(result.Hits.Take(2), hit => Assert.Contains(author, hit.Record.AuthorNames));
    }

    [Theory]
    [InlineData("공룡", "공룡")]
    [InlineData("공룡 나오는 그림책 있어요?", "공룡")]
    [InlineData("고양이 나오는 일본소설", "고양이")]
    [InlineData("고양이나오는일본소설", "고양이")]
    [InlineData("한국사 만화책", "한국사")]
    [InlineData("과학 학습만화", "과학")]
    public void Subject_words_bring_books_of_the_subject(string query, string subject)
    {
        var result = Search(query);
        Assert.True(result.Found, $"not found: {query}");
        var top = result.Hits[0].Record;
        Assert.Contains(subject, $"{top.Title} {string.Join(' ', top.Subjects)}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("『달빛 우체국의 마지막 손님』")]
    [InlineData("달빛 우체국의 마지막 손님")]
    [InlineData("별이 내리는 도서관의 고양이")]
    [InlineData("여름밤의 수학자")]
    [InlineData("구름을 파는 문방구")]
    [InlineData("『사라진 지하철의 비밀』")]
    [InlineData("할머니의 우주선 정비소")]
    [InlineData("바람개비 세탁소")]
    [InlineData("안개 속의 편집자")]
    [InlineData("Midnight Postman of Bupyeong")]
    [InlineData("푸른 시계탑의 아이들")]
    [InlineData("9788936433604")]
    [InlineData("asdfqwer")]
    [InlineData("???")]
    public void An_invented_title_is_not_found(string query) =>
        Assert.Empty(Search(query).Hits.Select(hit => $"{hit.Record.DisplayTitle} {hit.By} {hit.Score}"));

    [Fact]
    public void A_text_of_any_length_is_borne()
    {
        Assert.Empty(Search(new string('1', 100_000)).Hits);
        Assert.Empty(Search(string.Concat(Enumerable.Repeat("달빛 우체국 ", 10_000))).Hits);
    }

    [Fact]
    public void What_looks_like_an_invented_title_is_offered_as_a_near_miss()
    {
        var result = Search("『불편한 세탁소』");
        Assert.False(result.Found);
        Assert.InRange(result.NearMisses.Count, 1, 3);
    }

    [Fact]
    public void A_volume_that_is_not_held_brings_the_work_but_not_as_exact()
    {
        var result = Search("흔한남매 12");
        Assert.Equal(12, result.Volume);
        Assert.False(result.HasVolume);
        Assert.Equal("흔한남매", result.Hits[0].Record.Title);
    }

    [Fact]
    public void Volumes_of_a_work_come_in_order() =>
        Assert.Equal([1, 2, 3, 4], Search("태백산맥").Hits.Select(hit => hit.Record.Volume ?? 0).Take(4));

    [Fact]
    public void Every_title_of_the_catalogue_finds_itself()
    {
        var lost = Enumerable
            .Range(1, shipped.Catalog.Count)
            .Select(number => shipped.Catalog.Find($"B{number:0000}")!)
            .Where(record => !IsExactlyFound(record))
            .Select(record => $"{record.Id} {record.DisplayTitle}");
        Assert.Empty(lost);
    }

    [Fact]
    public void A_record_is_known_by_all_its_titles() =>
        Assert.Superset(new HashSet<string> { "太白山脈", "태백산맥", "흔한남매" }, shipped.Catalog.Titles.ToHashSet());

    [Fact]
    public void An_audience_keeps_others_out() =>
        Assert.All(
            shipped.Catalog.Search(new CatalogQuery("우주", Audience: "child")).Hits,
            hit => Assert.Equal("child", hit.Record.Audience)
        );

    [Fact]
    public void A_named_author_keeps_others_out()
    {
        var result = shipped.Catalog.Search(new CatalogQuery("한강", Author: "조정래"));
        Assert.All(result.Hits, hit => Assert.Contains("조정래", hit.Record.AuthorNames));
        Assert.NotEmpty(shipped.Catalog.Search(new CatalogQuery("", Author: "조정래")).Hits);
    }

    [Fact]
    public void Popular_books_and_books_of_a_subject_are_listed_by_loans()
    {
        Assert.Equal("엄마를 부탁해", shipped.Catalog.Popular(audience: null, max: 3)[0].Title);
        Assert.All(shipped.Catalog.Popular("teen", 5), record => Assert.Equal("teen", record.Audience));
        Assert.All(shipped.Catalog.BySubject("공룡", null, 5), record => Assert.Contains("공룡", record.Subjects));
    }

    [Fact]
    public void Copies_are_due_so_many_days_from_today()
    {
        var loan = shipped.Catalog.HoldingsOf("B0001").First(holding => holding.Status is HoldingStatus.OnLoan);
        var today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(9));
        Assert.InRange(loan.Due!.Value.DayNumber - today.DayNumber, -60, 60);
        Assert.Empty(shipped.Catalog.HoldingsOf("none"));
    }

    private bool IsExactlyFound(CatalogRecord record) =>
        Search(record.DisplayTitle).Hits.Any(hit => hit.Record.Id == record.Id && hit.Kind is MatchKind.Exact);

    private SearchResult Search(string text) => shipped.Catalog.Search(new CatalogQuery(text, Max: 60));
}
