using System.Globalization;
using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Replies;

/// <summary>Numbers as people say them in the language that is spoken: "두 번째", "5,000원".</summary>
public static class SpokenNumber
{
    public static string Ordinal(int place) =>
        Speaking.Language switch
        {
            "en" => string.Create(CultureInfo.InvariantCulture, $"no. {place}"),
            "zh" => string.Create(CultureInfo.InvariantCulture, $"第{place}"),
            "vi" => string.Create(CultureInfo.InvariantCulture, $"thứ {place}"),
            _ => Numerals.Ordinal(place),
        };

    public static string Won(object amount) =>
        string.Create(CultureInfo.InvariantCulture, $"{amount:N0}")
        + Speaking.Language switch
        {
            "en" => " won",
            "zh" => "韩元",
            "vi" => " won",
            _ => "원",
        };
}
