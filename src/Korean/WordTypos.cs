namespace Bupyeong.Chatbot.Korean;

/// <summary>Mends words for days and for pupils that are one letter wrong: 오눌, 담쥬, 중핚생. No syllable is added or taken away.</summary>
internal static class WordTypos
{
    private static readonly string[] Words =
    [
        .. "유아 유치원생 초등학생 초등생 중학생 고등학생 대학생 오늘 내일 모레 글피 어제 그저께 지금 담주".Split(' '),
        .. "다음주 다다음주 이번주 지난주 저번주 이번주말 다음주말 담달 다음달 이번달 지난달 일요일 월요일 화요일 수요일 목요일".Split(
            ' '
        ),
        .. "금요일 토요일 주말 평일 공휴일 대체공휴일 추석 추석연휴 설날 설연휴 연휴 명절 크리스마스 성탄절 어린이날 삼일절".Split(
            ' '
        ),
        .. "여름 가을 겨울 저녁 새벽 오전 오후 현충일 광복절 개천절 한글날 석가탄신일 근로자의날 노동절 여름방학 겨울방학 봄방학".Split(
            ' '
        ),
    ];

    /// <summary>Words of their own that are one letter from one of these.</summary>
    private static readonly HashSet<string> Others =
    [
        .. "오는 오를 네일 내인 내입 모래 언제 어저 없제 출석 지급 지극 추적 주만 담당 다달 유가 육아 연유 연후 설달 명정".Split(
            ' '
        ),
        .. "어름 거울 오존 오호 다음날 지난날 이번날 어린이말 소요일".Split(' '),
    ];

    /// <summary>Vowels that are taken for each other by ear or by finger.</summary>
    private static readonly string[] LikeVowels = ["ㅜㅠ", "ㅐㅔ", "ㅡㅜ", "ㅗㅛ", "ㅓㅕ", "ㅏㅑ"];

    private static readonly HashSet<string> Followers =
    [
        .. "에 에도 에는 에만 에요 엔 은 는 은요 는요 도 도요 까지 까지요 부터 요 이요 이에요 예요 인데 임 의 이 가".Split(
            ' '
        ),
    ];

    private static readonly (string Word, string Letters)[] Spelt =
    [
        .. Words.OrderByDescending(word => word.Length).Select(word => (word, Hangul.Letters(word))),
    ];

    /// <summary>The text with these words as they should be written, each letter in its place.</summary>
    public static string Mend(string text)
    {
        char[]? mended = null;
        for (var start = 0; start < text.Length; start++)
        {
            if (!Hangul.IsSyllable(text[start]) || (start > 0 && char.IsLetterOrDigit(text[start - 1])))
                continue;
            var end = start;
            while (end < text.Length && Hangul.IsSyllable(text[end]))
                end++;
            if (Meant(text.AsSpan(start, end - start)) is not { } word)
                continue;
            mended ??= text.ToCharArray();
            word.CopyTo(0, mended, start, word.Length);
        }
        return mended is null ? text : new string(mended);
    }

    /// <summary>월요일 is one letter from 일요일: what is written right means itself.</summary>
    private static string? Meant(ReadOnlySpan<char> written)
    {
        string? meant = null;
        var (length, follows) = (0, false);
        foreach (var (word, letters) in Spelt)
        {
            // The words stand by length: what follows them is looked at once for all of a length.
            if (word.Length != length)
                (length, follows) = (word.Length, written.Length >= word.Length && IsFollower(written[word.Length..]));
            if (!follows)
                continue;
            var begin = written[..word.Length];
            if (begin.SequenceEqual(word))
                return null;
            if (IsOneOff(begin, word) && IsNoWord(begin) && EditDistance.Between(Spell(begin), letters, 1) <= 1)
                meant ??= word;
        }
        return meant;
    }

    private static string Spell(ReadOnlySpan<char> written) => Hangul.Letters(written.ToString());

    private static bool IsNoWord(ReadOnlySpan<char> written) => !Others.Contains(written.ToString());

    private static bool IsFollower(ReadOnlySpan<char> rest) =>
        rest.IsEmpty || Followers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(rest);

    /// <summary>Of two syllables too many are words of their own: there the wrong letter has to be a likely one.</summary>
    private static bool IsOneOff(ReadOnlySpan<char> written, ReadOnlySpan<char> word)
    {
        var same = written.CommonPrefixLength(word);
        return written[(same + 1)..].SequenceEqual(word[(same + 1)..])
            && (word.Length > 2 || IsLikely(written[same], word[same]));
    }

    private static bool IsLikely(char written, char right)
    {
        var (wrong, meant) = (Hangul.VowelOf(written), Hangul.VowelOf(right));
        return Hangul.InitialOf(written) == Hangul.InitialOf(right)
            && (wrong == meant || Array.Exists(LikeVowels, pair => pair.Contains(wrong) && pair.Contains(meant)));
    }
}
