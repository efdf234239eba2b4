namespace Bupyeong.Chatbot.Knowledge;

/// <summary>What a question sounds like, as probabilities: who has heard nothing else of it asks without.</summary>
/// <param name="Rule">It asks about the library's rules at all.</param>
/// <param name="Unanswered">It asks about them what no entry answers.</param>
/// <param name="Other">The likeliest of all else that the library does.</param>
public readonly record struct Hearing(double Rule, double Unanswered, double Other);
