namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>A text of the library's that questions are wanted of, with those that it has.</summary>
/// <param name="Librarian">Who asks and pays for it.</param>
internal sealed record Proposing(
    string Title,
    IReadOnlyList<string> Passages,
    IReadOnlyList<string> Questions,
    string Librarian
)
{
    /// <summary>The day in Seoul whose budget pays.</summary>
    public DateOnly Day { get; init; }

    /// <summary>Everything that the model is shown.</summary>
    public IEnumerable<string> Texts => [Title, .. Passages, .. Questions];
}

/// <summary>Questions that the text answers, and some that only sound like it; or why there are none.</summary>
internal sealed record Proposed(IReadOnlyList<string> Answered, IReadOnlyList<string> Near)
{
    /// <summary>How many more the model wrote that code did not let through.</summary>
    public int Dropped { get; init; }
    public Refusal Refusal { get; init; }

    public static Proposed None(Refusal refusal) => new([], []) { Refusal = refusal };
}

/// <summary>Why nothing is proposed.</summary>
internal enum Refusal
{
    None,

    /// <summary>The text holds something personal, and stays in the house.</summary>
    Personal,

    /// <summary>No call is left today.</summary>
    Spent,

    /// <summary>The server is away, late or busy, or says something else than was asked for.</summary>
    Away,
}
