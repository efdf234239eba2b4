using System.Text.RegularExpressions;
using Bupyeong.Chatbot.Dialogs;
using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Dialogs;

/// <summary>The replies of dialogs/, and each of their sentences as it looks with values of the right kind in it.</summary>
internal static partial class ShippedReplies
{
    public static IReadOnlyList<ReplyTemplate> All { get; } =
    [.. DialogFile.ReadAll(Path.Combine(AppContext.BaseDirectory, "dialogs")).SelectMany(file => file.Replies)];

    public static IReadOnlyList<ReplyTemplate> Korean { get; } = [.. All.Where(reply => reply.Language == "ko")];

    /// <summary>Each variant of a reply, written out in its language.</summary>
    public static IEnumerable<Message> Write(ReplyTemplate reply) =>
        Spoken.In(
            reply.Language,
            () =>
                reply
                    .Variants.Select(
                        (_, turn) => new ReplyWriter([reply]).Write(new Line(reply.Name, ModelFor(reply)), turn)
                    )
                    .ToList()
        );

    /// <summary>The names of the values that a reply prints, with the helper that prints each.</summary>
    public static IEnumerable<(string Helper, string Name)> ValuesOf(ReplyTemplate reply) =>
        from source in reply.Variants.Concat(reply.Choices)
        from Match mark in Mark().Matches(source)
        let first = mark.Groups[1].Value
        let second = mark.Groups[2].Value
        where first is not "else"
        select second.Length > 0 ? (first, second) : ("", first);

    private static Dictionary<string, object> ModelFor(ReplyTemplate reply)
    {
        var model = new Dictionary<string, object>();
        foreach (var (helper, name) in ValuesOf(reply).OrderBy(value => value.Helper is "" or "if" or "josa"))
        {
            object value = helper switch
            {
                "date" or "full-date" => new DateOnly(2026, 12, 3),
                "won" => 12000,
                "ordinal" => 3,
                "each" => new[] { model },
                _ => "토지 3",
            };
            model.TryAdd(name, value);
        }
        return model;
    }

    [GeneratedRegex(@"\{\{#?([\w-]+)(?:\s+(\w+))?[^}]*\}\}")]
    private static partial Regex Mark();
}
