using System.Text;
using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>A sentence as the classifier reads it: which branch or day is named does not change what is asked about it.</summary>
internal static class IntentText
{
    /// <summary>One private-use character per type stands for the entity.</summary>
    private const char FirstMask = '\uE000';

    private static readonly string[] Masked =
    [
        EntityTypes.Branch,
        EntityTypes.Date,
        EntityTypes.Time,
        EntityTypes.Isbn,
        EntityTypes.Ordinal,
        EntityTypes.Age,
        EntityTypes.Title,
    ];

    public static bool IsMask(char letter) => letter is >= FirstMask and <= '\uE00F';

    public static string Of(string text, IEnumerable<Entity> entities)
    {
        var masked = new StringBuilder(text.Length);
        var at = 0;
        foreach (var entity in entities)
        {
            var type = Array.IndexOf(Masked, entity.Type);
            if (type < 0)
                continue;
            masked.Append(text, at, entity.Start - at).Append((char)(FirstMask + type));
            at = entity.End;
        }
        return masked.Append(text, at, text.Length - at).ToString();
    }
}
