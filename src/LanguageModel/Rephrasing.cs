namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>A question and the sentences that answer it, numbered from 1, to be put in other words.</summary>
/// <param name="Question">The resident's words, masked.</param>
public sealed record Rephrasing(string Question, string Title, IReadOnlyList<string> Passages)
{
    public string Conversation { get; init; } = "";
    public string Language { get; init; } = "ko";

    /// <summary>Each passage with its names as the house calls them in that language.</summary>
    public IReadOnlyList<string> Named { get; init; } = [];

    public bool IsSignedIn { get; init; }

    /// <summary>The day in Seoul whose budget pays.</summary>
    public DateOnly Day { get; init; }
}

/// <summary>A sentence of the model with the number of the passage that it says it rests on.</summary>
internal sealed record CitedSentence(string Text, int Passage);

/// <summary>Why a call is not made, or an answer not shown: all that is logged of either.</summary>
public enum Objection
{
    None,
    NotCited,
    TooLong,
    NotPlain,
    OtherLanguage,
    PromptWords,
    UnknownNumber,
    NumberMoved,
    UnknownDay,
    UnknownName,
    OtherPolarity,
    NotFromPassage,
    PersonalData,
    NoQuestion,
    Known,
    UnknownWish,
}
