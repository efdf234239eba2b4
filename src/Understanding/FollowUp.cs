namespace Bupyeong.Chatbot.Understanding;

/// <summary>Tells an elliptical follow-up ("그럼 청천은?") from a sentence that says what it wants.</summary>
internal static class FollowUp
{
    private static readonly string[] Fillers =
    [
        .. "그러면 그럼 그리고 그래서 아니면 아니고 아니다 아니 아님 거기는 거기 거긴 여기 그건 그거 이거 거로 걸로 것은 것도 거 꺼 것 건 말고 혹시 어때 책은 책도 책 아 어 음 네 응 일때 때는 때 날은 날".Split(
            ' '
        ),
        .. "에서는요 에서는 에서도 에서 에선 에는 에도 에요 에 엔 은 는 이요 이에요 예요 이 가 을 를 도 만 요 의 으로 로 이랑 랑 하고 인데 까지 부터 쯤 용 살".Split(
            ' '
        ),
        .. "and then what how about for on at in is the it that one or 那 那么 呢 吗 的 在 是 怎么样 còn thì sao con thi của ở vậy".Split(
            ' '
        ),
    ];

    /// <summary>Whether the entities, particles and fillers are all there is; an ISBN, a yes and nothing at all are no follow-up.</summary>
    public static bool Is(string text, IReadOnlyList<Entity> entities)
    {
        if (entities.Count == 0 || entities.Any(entity => entity.Type is EntityTypes.Isbn or EntityTypes.Answer))
            return false;
        var at = 0;
        foreach (var entity in entities)
        {
            if (!IsFilling(text[at..entity.Start]))
                return false;
            at = entity.End;
        }
        return IsFilling(text[at..]);
    }

    private static bool IsFilling(string between)
    {
        var words = new string([.. between.Select(c => char.IsLetterOrDigit(c) ? c : ' ')]);
        return words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(IsFiller);
    }

    /// <summary>Whether fillers make up the word, as 은 and 요 make 은요.</summary>
    private static bool IsFiller(string word) =>
        word.Length == 0
        || Array.Exists(
            Fillers,
            filler => word.StartsWith(filler, StringComparison.Ordinal) && IsFiller(word[filler.Length..])
        );
}
