using Bupyeong.Chatbot.Search;

namespace Bupyeong.Chatbot.Tests.Search;

/// <summary>What every engine must do, whatever it is made of.</summary>
public abstract class SearchIndexContract
{
    internal static readonly SearchField[] Fields = [new("title", 4, Spelled: true), new("author", 2)];

    internal static readonly SearchDocument[] Books =
    [
        Book("1", "불편한 편의점", "김호연"),
        Book("2", "토지", "박경리"),
        Book("3", "흰", "한강"),
        Book("4", "The Very Hungry Caterpillar", "Eric Carle"),
        Book("5", "편의점 인간", "무라타 사야카"),
    ];

    private static readonly SearchDocument[] Notices =
    [
        Book("everywhere", "휴관 안내", "도서관"),
        Book("here", "휴관 안내", "부평") with
        {
            Tags = [new("branch", "BP"), new("audience", "adult")],
        },
        Book("there", "휴관 안내", "삼산") with
        {
            Tags = [new("branch", "SS"), new("branch", "BG"), new("audience", "child")],
        },
        Book("past", "휴관 안내", "지난해") with
        {
            From = new DateOnly(2025, 1, 1),
            To = new DateOnly(2025, 12, 31),
        },
        Book("coming", "휴관 안내", "내년") with
        {
            From = new DateOnly(2027, 1, 1),
        },
    ];

    protected abstract ISearchIndex Open(params SearchDocument[] documents);

    [Theory]
    [InlineData("불편한 편의점")]
    [InlineData("불편한편의점")]
    [InlineData("불편한 편의점을")]
    [InlineData("불편한편이점")]
    [InlineData("ㅂㅍㅎㅍㅇㅈ")]
    [InlineData("김호연")]
    public void A_book_is_found_however_it_is_written(string query) => Assert.Equal("1", Found(query));

    [Fact]
    public void A_title_of_one_syllable_is_found() => Assert.Equal("3", Found("흰"));

    [Fact]
    public void Latin_titles_are_found_by_their_words() => Assert.Equal("4", Found("hungry caterpillar"));

    [Fact]
    public void It_knows_how_many_there_are()
    {
        using var index = Open(Books);
        Assert.Equal(5, index.Count);
    }

    [Fact]
    public void The_best_comes_first_and_no_more_come_than_were_asked_for()
    {
        using var index = Open(Books);
        var hits = index.Search("불편한 편의점 인간 토지", 3);
        Assert.Equal(3, hits.Count);
        Assert.Equal(hits.OrderByDescending(hit => hit.Score), hits);
        Assert.Equal(hits.Take(2), index.Search("불편한 편의점 인간 토지", 2));
    }

    [Fact]
    public void A_title_weighs_more_than_an_author()
    {
        using var index = Open([Book("by", "채식주의자", "한강"), Book("of", "한강", "조정래"), .. Books]);
        Assert.Equal("of", index.Search("한강", 1)[0].Id);
    }

    [Fact]
    public void A_word_that_few_have_weighs_more_than_one_that_many_have()
    {
        using var index = Open([.. Books, Book("6", "편의점 도감", "이은서"), Book("7", "편의점 가는 기분", "박영란")]);
        Assert.Equal("6", index.Search("편의점 도감", 1)[0].Id);
    }

    [Fact]
    public void A_short_misspelt_title_is_found_by_spelling()
    {
        using var index = Open(Books);
        Assert.Empty(index.Search("토디", 3));
        Assert.Equal("2", index.SearchSpelling("토디", 3)[0].Id);
    }

    [Fact]
    public void What_shares_nothing_is_not_found_and_synonyms_are_not_known_here()
    {
        using var index = Open(Books);
        Assert.Empty(index.Search("양자역학", 3));
        Assert.Empty(index.Search("가게", 3));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("?!…")]
    public void Without_a_word_nothing_is_found(string text)
    {
        using var index = Open(Books);
        Assert.Empty(index.Search(text, 3));
    }

    [Fact]
    public void Nothing_is_found_when_nothing_is_wanted()
    {
        using var index = Open(Books);
        Assert.Empty(index.Search("토지", 0));
        Assert.Empty(index.SearchSpelling("토지", -1));
    }

    [Fact]
    public void A_text_without_end_is_searched_by_its_beginning()
    {
        using var index = Open(Books);
        Assert.Equal("2", index.Search("토지 " + new string('가', 100_000), 1)[0].Id);
    }

    [Fact]
    public void An_empty_index_answers_with_nothing()
    {
        using var index = Open();
        Assert.Equal(0, index.Count);
        Assert.Empty(index.Search("토지", 3));
        Assert.Empty(index.SearchSpelling("토지", 3));
    }

    [Fact]
    public async Task Many_threads_search_at_once()
    {
        using var index = Open(Books);
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ =>
                    Task.Factory.StartNew(
                        () =>
                        {
                            for (var i = 0; i < 100; i++)
                                Assert.Equal("2", index.Search("토지", 1)[0].Id);
                        },
                        TestContext.Current.CancellationToken,
                        TaskCreationOptions.LongRunning,
                        TaskScheduler.Default
                    )
                )
        );
    }

    [Fact]
    public void One_that_is_closed_does_not_close_another_of_the_same_content()
    {
        using var other = Open(Books);
        Open(Books).Dispose();
        Assert.Equal("2", other.Search("토지", 1)[0].Id);
    }

    [Fact]
    public void A_search_for_one_branch_finds_what_is_for_it_or_for_all() =>
        Assert.Equal(
            ["coming", "everywhere", "here", "past"],
            FoundWithin(new SearchFilter { Tags = [new("branch", ["BP"], OrNone: true)] })
        );

    [Fact]
    public void A_search_for_one_audience_finds_only_what_says_so() =>
        Assert.Equal(["there"], FoundWithin(new SearchFilter { Tags = [new("audience", ["child"])] }));

    [Fact]
    public void Several_values_of_a_tag_are_each_enough() =>
        Assert.Equal(["here", "there"], FoundWithin(new SearchFilter { Tags = [new("branch", ["BP", "BG"])] }));

    [Fact]
    public void Every_condition_has_to_hold() =>
        Assert.Empty(FoundWithin(new SearchFilter { Tags = [new("branch", ["BP"]), new("audience", ["child"])] }));

    [Theory]
    [InlineData("2025-01-01", "everywhere here past there")]
    [InlineData("2025-12-31", "everywhere here past there")]
    [InlineData("2026-11-24", "everywhere here there")]
    [InlineData("2027-01-01", "coming everywhere here there")]
    public void A_search_on_a_day_finds_what_is_in_force(string day, string found) =>
        Assert.Equal(
            found.Split(' '),
            FoundWithin(new SearchFilter { Day = DateOnly.ParseExact(day, "yyyy-MM-dd", null) })
        );

    [Fact]
    public void What_is_found_by_spelling_is_narrowed_too()
    {
        using var index = Open(Notices);
        var within = new SearchFilter { Tags = [new("audience", ["adult"])] };
        Assert.Equal(["here"], index.SearchSpelling("휴간 안내", 9, within).Select(hit => hit.Id));
    }

    internal static SearchDocument Book(string id, string title, string author) =>
        new(id, [new("title", title), new("author", author)]);

    private string Found(string query)
    {
        using var index = Open(Books);
        return index.Search(query, 1)[0].Id;
    }

    private IEnumerable<string> FoundWithin(SearchFilter within)
    {
        using var index = Open(Notices);
        return index.Search("휴관 안내", 9, within).Select(hit => hit.Id).Order(StringComparer.Ordinal);
    }
}
