using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Tests.Korean;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("abcd", "abcd", 0)]
    [InlineData("abcd", "abd", 1)]
    [InlineData("abcd", "abdc", 1)]
    [InlineData("abcd", "axcd", 1)]
    [InlineData("", "ab", 2)]
    [InlineData("ca", "abc", 3)]
    public void Inserting_deleting_replacing_and_swapping_cost_one_each(string a, string b, int distance)
    {
        Assert.Equal(distance, EditDistance.Between(a, b, 9));
        Assert.Equal(distance, EditDistance.Between(b, a, 9));
    }

    [Fact]
    public void Beyond_the_cut_off_it_stops_counting() =>
        Assert.Equal(3, EditDistance.Between("abcdefgh", "zzzzzzzz", 2));

    [Fact]
    public void A_wrong_letter_costs_less_than_a_wrong_syllable()
    {
        Assert.Equal(1, EditDistance.Similarity("불편한 편의점", "불편한편의점"));
        Assert.InRange(EditDistance.Similarity("불편한 편의점", "불편한 편이점"), 0.9, 0.99);
        Assert.True(EditDistance.Similarity("도서간", "도서관") > EditDistance.Similarity("도서실", "도서관"));
        Assert.Equal(1, EditDistance.Similarity("", "?"));
    }
}
