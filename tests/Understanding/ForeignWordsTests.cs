using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Tests.Support;
using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Tests.Understanding;

/// <summary>Days, times, places in a list, branches and titles in English, Chinese and Vietnamese.</summary>
public sealed class ForeignWordsTests
{
    public static TheoryData<string, DateExpression> Days =>
        new()
        {
            { "Are you open tomorrow?", new RelativeDay(1) },
            { "Is Samsan Library open next Tuesday?", new WeekdayOf(1, DayOfWeek.Tuesday) },
            { "Are you open on December 25?", new MonthDay(12, 25) },
            { "are you open on the holiday, 25th of December", new MonthDay(12, 25) },
            { "Do you close on Christmas Eve?", new HolidayNamed("성탄절", -1) },
            { "is the library open on the 25th?", new MonthDay(null, 25) },
            { "I borrowed it two days ago", new RelativeDay(-2) },
            { "我上个月借了什么书", new MonthOf(-1) },
            { "两天后还可以吗", new RelativeDay(2) },
            { "tuần trước em mượn mấy cuốn", new WeekOf(-1) },
            { "3 ngày nữa em trả được không", new RelativeDay(3) },
            { "三山图书馆下周二开门吗", new WeekdayOf(1, DayOfWeek.Tuesday) },
            { "12月25日开门吗", new MonthDay(12, 25) },
            { "十二月二十五号图书馆开吗", new MonthDay(12, 25) },
            { "Thư viện Samsan ngày 25 tháng 12 có mở cửa không?", new MonthDay(12, 25) },
            { "chu nhat thu vien co mo cua khong", new WeekdayOf(null, DayOfWeek.Sunday) },
        };

    [Theory]
    [MemberData(nameof(Days))]
    public void A_day_is_found(string text, DateExpression expected) =>
        Assert.Equal(expected, Only(text, EntityTypes.Date).When);

    [Theory]
    [InlineData("Are you open until 9:30 pm?", 21, 30)]
    [InlineData("can I come at 7 o'clock", 19, 0)]
    [InlineData("Is the library open at 10 am today?", 10, 0)]
    [InlineData("图书馆晚上8点半开吗", 20, 30)]
    [InlineData("Thư viện có mở lúc 7 giờ tối không?", 19, 0)]
    public void A_time_is_found(string text, int hour, int minute) =>
        Assert.Equal(new ClockTime(hour, minute), Only(text, EntityTypes.Time).When);

    [Theory]
    [InlineData("Are you open on 40 December?")]
    [InlineData("Is it open at 25:70?")]
    [InlineData("请问13月40日开门吗")]
    public void Figures_that_are_no_day_and_no_time_are_left_alone(string text) =>
        Assert.DoesNotContain(
            Words.Recognizer.Recognize(text).Entities,
            entity => entity.When is MonthDay or ClockTime
        );

    [Theory]
    [InlineData("reserve the second one please", "2")]
    [InlineData("please show me no. 3", "3")]
    [InlineData("我要续借第二本", "2")]
    [InlineData("cho tôi cuốn thứ 2", "2")]
    public void A_place_in_a_list_is_found(string text, string place) =>
        Assert.Equal(place, Only(text, EntityTypes.Ordinal).Value);

    [Theory]
    [InlineData("How do I get to Galsan Library?", "galsan")]
    [InlineData("三山图书馆在哪里", "samsan")]
    [InlineData("thu vien Cheongcheon o dau", "cheongcheon")]
    public void A_branch_is_found(string text, string code) => Assert.Equal(code, Only(text, EntityTypes.Branch).Value);

    [Theory]
    [InlineData("I live in Samsan-dong station area")]
    [InlineData("我住在清川洞")]
    public void A_neighbourhood_is_no_branch(string text) =>
        Assert.DoesNotContain(
            Words.Recognizer.Recognize(text).Entities,
            entity => entity.Type == EntityTypes.Branch && entity.Text.Length > 6
        );

    [Theory]
    [InlineData("Do you have Harry Potter?", "Harry Potter")]
    [InlineData("有没有《活着》", "活着")]
    public void A_title_is_what_the_request_leaves(string text, string title) =>
        Assert.Equal(title, Only(text, EntityTypes.Title).Text);

    private static Entity Only(string text, string type) =>
        Assert.Single(Words.Recognizer.Recognize(text).Entities, entity => entity.Type == type);
}
