using Bupyeong.Chatbot.Branches;

namespace Bupyeong.Chatbot.Tests.Branches;

public class OpeningHoursTests
{
    [Theory]
    [InlineData("09:00-18:00", "09:00", true)]
    [InlineData("09:00-18:00", "17:59", true)]
    [InlineData("09:00-18:00", "18:00", false)]
    [InlineData("09:00-18:00", "08:59", false)]
    [InlineData("00:00-24:00", "00:00", true)]
    [InlineData("00:00-24:00", "23:59", true)]
    [InlineData("10:00-24:00", "09:59", false)]
    public void The_doors_are_open_from_the_first_minute_to_the_one_before_closing(
        string hours,
        string at,
        bool open
    ) => Assert.Equal(open, OpeningHours.Parse(hours).Contains(TimeOnly.Parse(at, null)));

    [Theory]
    [InlineData("09:00-18:00")]
    [InlineData("00:00-24:00")]
    [InlineData("13:30-24:00")]
    public void Hours_are_written_as_they_are_read(string hours) =>
        Assert.Equal(hours, OpeningHours.Parse(hours).ToString());

    [Theory]
    [InlineData("09:00-18:00", "10:00-22:00", "09:00-22:00")]
    [InlineData("09:00-22:00", "09:00-18:00", "09:00-22:00")]
    [InlineData("09:00-24:00", "10:00-22:00", "09:00-24:00")]
    public void Two_rooms_together_are_open_from_the_first_to_the_last(string one, string other, string both) =>
        Assert.Equal(both, OpeningHours.Parse(one).Or(OpeningHours.Parse(other)).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("9시-18시")]
    [InlineData("18:00-09:00")]
    [InlineData("09:00-09:00")]
    [InlineData("09:00-24:30")]
    [InlineData("09:00")]
    public void What_is_not_a_pair_of_times_is_refused(string text) =>
        Assert.Throws<FormatException>(() => OpeningHours.Parse(text));
}
