using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>Words that residents type by their initial consonants alone.</summary>
internal static class Initialisms
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["ㄷㅊ"] = "대출",
        ["ㅂㄴ"] = "반납",
        ["ㅇㅈ"] = "연장",
        ["ㅇㅊ"] = "연체",
        ["ㄷㅅㄱ"] = "도서관",
        ["ㅎㅇㅈ"] = "회원증",
        ["ㅅㅎㄷㅊ"] = "상호대차",
        ["ㅎㅁㄷㅅ"] = "희망도서",
        ["ㅎㄱ"] = "휴관",
        ["ㅎㄱㅇ"] = "휴관일",
        ["ㅊㅅ"] = "취소",
        ["ㄱㅅ"] = "감사",
        ["ㄱㅅㅎㄴㄷ"] = "감사합니다",
        ["ㅎㅇ"] = "하이",
        ["ㅇㄴ"] = "안녕",
        ["ㅊㅊ"] = "추천",
        ["ㄱㅈ"] = "강좌",
        ["ㅍㄹㄱㄹ"] = "프로그램",
    };

    /// <summary>Spells out the runs of consonants that stand alone and are known; the rest stays.</summary>
    public static string Spell(string text)
    {
        if (!text.Any(Hangul.IsConsonant))
            return text;
        var spelt = new System.Text.StringBuilder(text.Length + 4);
        for (var at = 0; at < text.Length; )
        {
            var end = at;
            while (end < text.Length && Hangul.IsConsonant(text[end]))
                end++;
            if (end == at)
            {
                spelt.Append(text[at++]);
                continue;
            }
            var run = text[at..end];
            var alone = at == 0 || !Hangul.IsSyllable(text[at - 1]);
            spelt.Append(alone ? Words.GetValueOrDefault(run, run) : run);
            at = end;
        }
        return spelt.ToString();
    }
}
