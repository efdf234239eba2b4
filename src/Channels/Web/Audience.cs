namespace Bupyeong.Chatbot.Channels.Web;

/// <summary>Whom something is for, by the code of programmes and entries, with a line of what there is for them.</summary>
public sealed record Audience(string Code, string Name, string Offer)
{
    public static readonly IReadOnlyList<Audience> All =
    [
        new("infant", "영유아 부모", "북스타트와 아기 그림책"),
        new("child", "어린이", "독서 교실과 만들기"),
        new("teen", "청소년", "동아리와 방학 특강"),
        new("adult", "성인", "인문학과 글쓰기"),
        new("senior", "어르신", "큰글자책과 스마트폰 배우기"),
        new("multicultural", "다문화", "엄마나라 동화와 한국어"),
        new("disabled", "장애인", "집으로 받는 책나래"),
    ];

    /// <summary>The names of these codes; nobody in particular is everyone.</summary>
    public static string Names(IEnumerable<string> codes)
    {
        var named = All.Where(audience => codes.Contains(audience.Code)).Select(audience => audience.Name).ToList();
        return named is [] ? "누구나" : string.Join(", ", named);
    }
}
