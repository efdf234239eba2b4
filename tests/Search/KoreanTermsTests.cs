using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Search;

namespace Bupyeong.Chatbot.Tests.Search;

public sealed class KoreanTermsTests
{
    [Theory]
    [InlineData("편의점을", "편의점")]
    [InlineData("토지는", "토지")]
    [InlineData("도서관에서", "도서관")]
    [InlineData("책을", "책을")]
    [InlineData("토지를", "토지")]
    [InlineData("편의점를", "편의점를")]
    public void A_particle_goes_when_it_fits_and_leaves_a_word(string word, string stem) =>
        Assert.Equal(stem, TermStemmer.Stem(word));

    [Fact]
    public void Pairs_cross_spaces_and_stems_stand_beside_them() =>
        Assert.Equal(
            ["불편한", "불편", "편한", "편의점", "한편", "편의", "의점", "점을", "2"],
            KoreanTerms.Of("불편한 편의점을 2")
        );

    [Theory]
    [InlineData("ㅂㅍㅎ", true)]
    [InlineData("ㅎㅎㄴㅁ 12", true)]
    [InlineData("ㅂ", false)]
    [InlineData("12", false)]
    [InlineData("ㄷㅊ 몇권", false)]
    public void Initial_consonants_alone_are_recognised(string text, bool expected) =>
        Assert.Equal(expected, KoreanTerms.IsInitials(text));

    [Fact]
    public void Near_spellings_are_alike_and_others_are_not()
    {
        Assert.Equal(1, Similarity("아몬드", "아몬드"));
        Assert.InRange(Similarity("아몬두", "아몬드"), 0.85, 0.9);
        Assert.InRange(Similarity("체식주이자", "채식주의자"), 0.8, 0.9);
        Assert.Equal(0, JamoSimilarity.Between("ㅌㅗㅈㅣ", "ㅎㅏㄴㄱㅏㅇ", least: 0.7));
        Assert.Equal(1, JamoSimilarity.Within(Hangul.Letters("살기로"), Hangul.Letters("나로살기로했다")));
    }

    [Fact]
    public void Giving_up_early_changes_no_similarity_that_matters()
    {
        var random = new Random(20261124);
        for (var pair = 0; pair < 5000; pair++)
        {
            var (one, other) = (Some(random), Some(random));
            var whole = JamoSimilarity.Between(one, other);
            foreach (var least in new[] { 0.3, 0.5, 0.7, 0.85 })
                Assert.Equal(whole >= least ? whole : 0, JamoSimilarity.Between(one, other, least));
        }
    }

    private static string Some(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => "ㄱㄴㅏㅗ"[random.Next(4)]));

    private static double Similarity(string one, string other) =>
        JamoSimilarity.Between(Hangul.Letters(one), Hangul.Letters(other));
}
