using Bupyeong.Chatbot.Search;
using Bupyeong.Chatbot.Search.Qdrant;

namespace Bupyeong.Chatbot.Tests.Search;

/// <summary>Texts as numbers: what is stored today must be found by what is asked tomorrow.</summary>
public sealed class TermWeightsTests
{
    private static readonly SearchField[] Fields = [new("title", 4, Spelled: true), new("body", 1)];

    [Fact]
    public void The_number_of_a_term_never_changes()
    {
        Assert.Equal([972_748_757u], TermWeights.Asked("흰")!.Indices);
        Assert.Equal([1u], TermWeights.Asked("hungry")!.Values.Distinct().Select(weight => (uint)weight));
    }

    [Fact]
    public void A_question_is_stored_terms_and_no_others()
    {
        var weights = Of(Text("body", "편의점 인간"));
        Assert.Equal(TermWeights.Asked("편의점 인간")!.Indices.Order(), weights[0].Indices);
    }

    [Fact]
    public void Initial_consonants_are_no_words()
    {
        var typed = TermWeights.Asked("ㅌㅈ")!.Indices;
        var words = Of(Text("body", "ㅌㅈ"))[0].Indices;
        var spelled = Of(Text("title", "토지"))[0].Indices;
        Assert.Equal(2, typed.Length);
        Assert.Single(typed.Intersect(words));
        Assert.Single(typed.Intersect(spelled));
        Assert.Empty(words.Intersect(spelled));
    }

    [Fact]
    public void A_term_that_comes_often_weighs_more_and_ever_less_for_each()
    {
        var once = Of(Text("body", "book other words here"), Text("body", "one two six ten"))[0];
        var often = Of(Text("body", "book book book here"), Text("body", "one two six ten"))[0];
        var (single, thrice) = (once.Values.Max(), often.Values.Max());
        Assert.True(thrice > single);
        Assert.True(thrice < 2.2f * single);
    }

    [Fact]
    public void A_short_text_says_more_by_a_word_than_a_long_one()
    {
        var texts = Of(Text("body", "book"), Text("body", "book and many other words beside it"));
        Assert.True(texts[0].Values.Max() > texts[1].Values.Max());
    }

    [Fact]
    public void A_field_weighs_as_it_is_meant_to()
    {
        var body = Of(Text("body", "book"))[0].Values[0];
        var title = Of(Text("title", "book"))[0];
        Assert.Equal(4 * body, title.Values[Array.IndexOf(title.Indices, TermWeights.Asked("book")!.Indices[0])], 4);
    }

    [Fact]
    public void Numbers_come_once_each_and_an_empty_text_has_none()
    {
        var both = Of(new SearchDocument("0", [new("title", "토지 토지"), new("body", "토지")]))[0];
        Assert.Equal(both.Indices.Distinct(), both.Indices);
        Assert.Equal(both.Indices.Length, both.Values.Length);
        Assert.Null(new TermWeights(Fields, []).Words(Text("body", "…")));
        Assert.Null(TermWeights.Asked("?!"));
    }

    private static SearchDocument Text(string field, string text) => new(text, [new(field, text)]);

    private static List<SparseVector> Of(params SearchDocument[] documents)
    {
        var weights = new TermWeights(Fields, documents);
        return [.. documents.Select(document => weights.Words(document)!)];
    }
}
