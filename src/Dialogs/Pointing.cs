using System.Globalization;
using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>Which of the loans or holds a turn means: "두번째 거", a title, "다", "토지 빼고 다".</summary>
public sealed class Pointing(AnswerWords words)
{
    private const double SameTitle = 0.6;

    /// <summary>
    /// The items that are meant; none when something was named that is not among them, null when nothing was named.
    /// <paramref name="shown" /> are the keys in the order in which they were seen last.
    /// </summary>
    public IReadOnlyList<T>? Of<T>(
        Turn turn,
        IReadOnlyList<T> items,
        string? shown,
        Func<T, string> key,
        Func<T, string> title
    )
    {
        var order = (shown?.Split(' ') ?? []).Union(items.Select(key)).ToList();
        var named = turn
            .Recognition.Entities.Where(entity => entity.Type is "ordinal" or "title")
            .Select(entity =>
                (
                    Items: entity.Type is "ordinal" ? At(entity, items, order, key) : Titled(entity, items, title),
                    IsExcepted: words.IsExcepted(turn.Recognition.Text, entity)
                )
            )
            .ToList();
        var wanted = named.Where(found => !found.IsExcepted).SelectMany(found => found.Items).Distinct().ToList();
        if (turn.Find("all") is not null)
            return wanted.Count > 0 ? wanted : [.. items.Except(Excepted(named))];
        if (named.Exists(found => !found.IsExcepted))
            return wanted;
        return items.Count == 1 ? items
            : named.Count > 0 && items.Except(Excepted(named)).ToList() is [var other] ? [other]
            : null;
    }

    private static IEnumerable<T> Excepted<T>(IEnumerable<(List<T> Items, bool IsExcepted)> named) =>
        named.Where(found => found.IsExcepted).SelectMany(found => found.Items);

    /// <summary>The item at a place of the list that was seen; none when it is gone since.</summary>
    private static List<T> At<T>(Entity ordinal, IReadOnlyList<T> items, List<string> order, Func<T, string> key)
    {
        var place = int.Parse(ordinal.Value, CultureInfo.InvariantCulture);
        var wanted = place == -1 ? order[^1] : order.ElementAtOrDefault(place - 1);
        return [.. items.Where(item => key(item) == wanted)];
    }

    private static List<T> Titled<T>(Entity said, IReadOnlyList<T> items, Func<T, string> title) =>
        [
            .. items
                .Select(item => (Item: item, Likeness: Likeness(said.Text, title(item))))
                .Where(found => found.Likeness >= SameTitle)
                .OrderByDescending(found => found.Likeness)
                .Take(1)
                .Select(found => found.Item),
        ];

    private static double Likeness(string said, string title) =>
        KoreanText.Squash(title).Contains(KoreanText.Squash(said), StringComparison.Ordinal)
            ? 1
            : EditDistance.Similarity(said, title);
}
