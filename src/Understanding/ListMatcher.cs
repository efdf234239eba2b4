using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>Finds the synonyms of closed lists, however they are spaced, with particles behind them.</summary>
internal sealed class ListMatcher
{
    /// <summary>What may follow a short word such as 아이: particles, and the nouns that residents hang on to it.</summary>
    private const string Followers = "은는이가을를의에도만과와랑한들용대책프강행추수교반선열볼읽";

    /// <summary>부개동, 갈산역 and 삼산체육관 are places, not branches.</summary>
    private static readonly string[] PlaceTails =
    [
        "동",
        "역",
        "체육",
        "공원",
        "초",
        "중학",
        "고등",
        "시장",
        "구청",
        "아파",
        "벽",
        "유수지",
        "월드",
        "洞",
        "站",
        "地铁站",
        "dong",
        "station",
    ];

    private readonly Dictionary<char, List<Name>> byFirstLetter;

    public ListMatcher(IEnumerable<EntityList> lists)
    {
        var names =
            from list in lists
            from entry in list.Entries
            from synonym in entry.Synonyms
            select new Name(list.Type, KoreanText.Squash(synonym), entry.Value);
        byFirstLetter = names
            .Distinct()
            .GroupBy(name => name.Letters[0])
            .ToDictionary(group => group.Key, group => group.ToList());
    }

    public IEnumerable<Candidate> Find(SquashedText text)
    {
        for (var at = 0; at < text.Letters.Length; at++)
        {
            if (!byFirstLetter.TryGetValue(text.Letters[at], out var names))
                continue;
            foreach (var (type, letters, value) in names)
            {
                if (string.CompareOrdinal(text.Letters, at, letters, 0, letters.Length) != 0)
                    continue;
                if (MayStand(text, at, type, letters))
                    yield return Candidate.Of(type, text.Source, text.Span(at, letters.Length), value);
            }
        }
    }

    private static bool MayStand(SquashedText text, int at, string type, string letters)
    {
        var (before, after) = (text.Before(at), text.After(at + letters.Length));
        if (Hangul.IsConsonant(letters[0]) && (Hangul.IsLetter(before) || Hangul.IsLetter(after)))
            return false;
        if (LanguageGuess.IsLatin(letters[0]) && (LanguageGuess.IsLatin(before) || LanguageGuess.IsLatin(after)))
            return false;
        if (type == EntityTypes.Answer)
            return letters.Length == text.Letters.Length;
        var isHangul = Hangul.IsSyllable(letters[0]);
        if (isHangul && letters.Length > 2)
            return true;
        if (type != EntityTypes.Branch)
            return !isHangul || before == ' ' && (!Hangul.IsSyllable(after) || Followers.Contains(after));
        var isWord = isHangul && after == ' ';
        return isWord || !PlaceTails.Any(tail => text.Letters.AsSpan(at + letters.Length).StartsWith(tail));
    }

    private sealed record Name(string Type, string Letters, string Value);
}
