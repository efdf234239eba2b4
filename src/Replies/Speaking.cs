namespace Bupyeong.Chatbot.Replies;

/// <summary>
/// The language of the turn that is being answered: it flows with the turn through every dialog and card, as the culture
/// of a request does. Outside a turn it is Korean.
/// </summary>
public static class Speaking
{
    public const string Korean = "ko";

    private static readonly AsyncLocal<string?> Spoken = new();

    /// <summary>The folder of dialogs/ whose words are said.</summary>
    public static string Language => Spoken.Value ?? Korean;

    /// <summary>From here on in this turn, and nowhere else.</summary>
    public static void In(string language) => Spoken.Value = language;
}
