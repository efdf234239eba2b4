using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>Finds 더 and 다음 거 (more of the list) and 다, 전부, 모두 (all of it), which are words only when they stand alone.</summary>
internal static class AmountWords
{
    private static readonly Phrases<string> Words =
    [
        ("^전부 다", EntityTypes.All),
        ("^모두 다", EntityTypes.All),
        ("^싹 다", EntityTypes.All),
        ("^싹", EntityTypes.All),
        ("^전부", EntityTypes.All),
        ("^전체", EntityTypes.All),
        ("^모두", EntityTypes.All),
        ("^몽땅", EntityTypes.All),
        ("^그 다음 거", EntityTypes.More),
        ("^다음 거", EntityTypes.More),
        ("^다음 꺼", EntityTypes.More),
        ("^다음 것", EntityTypes.More),
        ("^더", EntityTypes.More),
        ("^또", EntityTypes.More),
        ("^다", EntityTypes.All),
    ];

    /// <summary>다연장해줘, 더보여줘: the word is often written together with what is to be done.</summary>
    private static readonly string[] Followers =
    [
        "요",
        "를",
        "연장",
        "반납",
        "보여",
        "취소",
        "예약",
        "알려",
        "있어",
        "없어",
    ];

    public static IEnumerable<Candidate> Find(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (Read(text, at) is var (end, type))
                yield return Candidate.Of(type, text, at..end, text[at..end]);
        }
    }

    private static (int End, string Type)? Read(string text, int at)
    {
        var reader = new PhraseReader(text, at);
        if (!reader.OneOf(Words, out var type))
            return null;
        var stands = !char.IsLetterOrDigit(reader.Next);
        foreach (var follower in Followers)
            stands |= reader.Rest.StartsWith(follower);
        return stands ? (reader.At, type) : null;
    }
}
