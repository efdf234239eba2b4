using System.Collections.Frozen;

namespace Bupyeong.Chatbot.Catalog;

/// <summary>Words around a search that are no part of it, and words for what the catalogue keeps as codes.</summary>
internal static class CatalogWords
{
    private static readonly FrozenSet<string> Fillers = """
        책 책들 책이 책은 책을 책도 도서 작품 작품들 시리즈 작가 작가님 저자 지은이 쓴 지은 나오는 나온 관한 대한 관련 관련된
        있는 있나요 있어요 있어 있을까요 있을까 있는지 있니 찾아 찾아줘 찾아주세요 찾아요 찾고 싶어요 싶은데 싶어 좀 줘 주세요
        추천 추천해줘 추천해주세요 빌리고 빌릴 빌려줘 읽을 읽고 읽을만한 볼만한 재미있는 재밌는 좋은 검색 검색해줘 보여줘
        어떤 뭐 대해 관해 위한 다룬 배우는 나와요 수
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet();

    private static readonly string[] LongFillers = [.. Fillers.Where(filler => filler.Length >= 3)];

    private static readonly FrozenDictionary<string, string> Labels = new Dictionary<string, string>
    {
        ["infant"] = "유아 아기 영유아",
        ["child"] = "어린이 아이 초등",
        ["teen"] = "청소년",
        ["adult"] = "성인 어른",
        ["comic"] = "만화 만화책",
        ["picture-book"] = "그림책",
        ["large-print"] = "큰글자 큰글자책",
        ["en"] = "영어 영어책 원서",
        ["ja"] = "일본어 원서",
        ["zh"] = "중국어 원서",
        ["vi"] = "베트남어 원서",
    }.ToFrozenDictionary();

    public static bool IsFiller(string word) => Fillers.Contains(word);

    /// <summary>Words that were typed without a space around a long filler: "고양이나오는일본소설".</summary>
    public static IEnumerable<string> Apart(string word) =>
        word.Length < 6 ? [word]
        : word.Split(LongFillers, StringSplitOptions.RemoveEmptyEntries) is [_, ..] parts ? parts
        : [word];

    /// <summary>Audience, form and language of a record in the words that residents use.</summary>
    public static IEnumerable<string> LabelsOf(CatalogRecord record) =>
        new[] { record.Audience, record.Format, record.Language }.SelectMany(code =>
            Labels.TryGetValue(code, out var words) ? words.Split(' ') : []
        );
}
