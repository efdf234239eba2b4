namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>What the model is to do, and the text that it is to do it with.</summary>
/// <param name="Instructions">Fixed words of the house; nothing that anybody wrote is among them.</param>
/// <param name="Text">The data, between marks: see <see cref="Prompt"/>.</param>
internal sealed record ModelQuestion(string Instructions, string Text)
{
    /// <summary>Who pays for it out of the budget: a conversation, or a librarian.</summary>
    public required string Payer { get; init; }

    /// <summary>A librarian asks, who waits longer and has a limit of their own.</summary>
    public bool IsOfStaff { get; init; }

    /// <summary>Letters that the answer may need where it is no answer to a resident.</summary>
    public int? LongestAnswer { get; init; }

    /// <summary>The day in Seoul whose budget pays.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What a resident has written, if that is part of the text.</summary>
    public string Words { get; init; } = "";

    /// <summary>What the library has published and is part of the text.</summary>
    public IReadOnlyList<string> Passages { get; init; } = [];

    public bool IsSignedIn { get; init; }

    /// <summary>What the model may look up meanwhile; without them it has no tools.</summary>
    public ModelTools? Tools { get; init; }
}
