namespace Bupyeong.Chatbot.Channels.Web;

/// <summary>What is wrong with signing in: with one field, or with neither.</summary>
public sealed record SignInProblems(string? Card = null, string? Pin = null, string? Other = null)
{
    public bool AreThere => (Card ?? Pin ?? Other) is not null;

    /// <summary>What can be said of the two fields before anybody is asked.</summary>
    public static SignInProblems Of(string card, string pin, int longest) =>
        new(
            card.Length == 0 ? "회원카드 번호를 적어 주세요."
                : card.Length > longest ? $"회원카드 번호가 너무 길어요. {longest}자 안으로 적어 주세요."
                : null,
            pin.Length == 0 ? "비밀번호를 적어 주세요."
                : pin.Length > longest ? $"비밀번호가 너무 길어요. {longest}자 안으로 적어 주세요."
                : null
        );
}
