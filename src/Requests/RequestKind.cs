namespace Bupyeong.Chatbot.Requests;

/// <summary>What can be left for the library; each has its name for residents in dialogs/ko/my-requests.md.</summary>
public static class RequestKind
{
    public const string Message = "message";
    public const string Report = "report";
    public const string Suggestion = "suggestion";
    public const string Complaint = "complaint";
    public const string Appeal = "appeal";
    public const string LostProperty = "lost-property";
    public const string NotOnShelf = "not-on-shelf";
    public const string Proposal = "proposal";
    public const string Praise = "praise";
    public const string Noise = "noise";
    public const string Site = "site";
    public const string Purchase = "purchase";
    public const string Interlibrary = "interlibrary";
    public const string Kit = "kit";

    public static readonly IReadOnlyList<string> All =
    [
        Message,
        Report,
        Suggestion,
        Complaint,
        Appeal,
        LostProperty,
        NotOnShelf,
        Proposal,
        Praise,
        Noise,
        Site,
        Purchase,
        Interlibrary,
        Kit,
    ];
}
