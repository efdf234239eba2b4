using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>A language that the dialogs do not speak: a short notice in it (dialogs/entities/notices.md), with a telephone number.</summary>
[Says("notice", "unknown")]
public sealed class OtherLanguage(Notices notices, BranchDirectory branches) : IDialog
{
    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation)
    {
        var branch = branches.Libraries.First(library => library.Phone is not null);
        var notice = notices.In(turn.Recognition.Language, branch.Phone!);
        return Task.FromResult(
            notice is null
                ? Reply.Say("unknown", new { branch.Name, branch.Phone })
                : Reply.Say("notice", new { notice, branch.Name })
        );
    }
}

/// <summary>What is said to those whose language the dialogs do not speak, by language.</summary>
public sealed class Notices(NamedLines lines)
{
    private const string Phone = "{{phone}}";

    private readonly Dictionary<string, string> notices = lines.ToDictionary(line => line.Name, line => line.Text);

    public string? In(string language, string phone) =>
        notices.TryGetValue(language, out var notice) ? notice.Replace(Phone, phone, StringComparison.Ordinal) : null;
}
