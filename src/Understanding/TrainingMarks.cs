using System.Text.RegularExpressions;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>Fills {title}, {branch} and the other marks of training sentences, the same way every time.</summary>
public sealed partial class TrainingMarks
{
    /// <summary>Coprime to most lengths of lists.</summary>
    private const uint Stride = 7;

    private static readonly Dictionary<string, string[]> BuiltIn = new()
    {
        ["date"] =
        [
            "오늘",
            "내일",
            "이번 주 일요일",
            "토요일",
            "추석",
            "12월 25일",
            "다음 주 화요일",
            "주말",
            "모레",
            "설날 연휴",
            "월요일",
        ],
        ["isbn"] = ["9788936434120", "978-89-364-3412-0", "9788954682152", "9791190090018", "8936434128"],
        ["ordinal"] = ["두번째", "첫 번째", "세번째", "마지막", "3번", "첫번째"],
        ["age"] = ["7살", "초2", "만 6세", "5세", "초등 3학년", "중1", "18개월"],
    };

    private readonly Dictionary<string, string[]> fillings;

    public TrainingMarks(IEnumerable<EntityList> lists)
    {
        fillings = new(BuiltIn);
        foreach (var list in lists)
        {
            if (list.Name == EntityFinder.TitlesList)
            {
                foreach (var entry in list.Entries)
                    fillings[entry.Value] = [.. entry.Synonyms];
            }
            else
                fillings[list.Type] = [.. list.Entries.Select(entry => entry.Synonyms[0])];
        }
    }

    /// <summary>The sentence with values in its marks, from all over their lists.</summary>
    public string Fill(string text)
    {
        var place = StableHash(text);
        return Mark()
            .Replace(
                text,
                mark =>
                    fillings.TryGetValue(mark.Groups[1].Value, out var values)
                        ? values[(place += Stride) % (uint)values.Length]
                        : throw new InvalidDataException($"'{text}' has the mark {mark.Value}, which nothing can fill")
            );
    }

    /// <summary>FNV-1a: string.GetHashCode differs from one process to the next.</summary>
    private static uint StableHash(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
            hash = (hash ^ c) * 16777619;
        return hash;
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Mark();
}
