namespace Bupyeong.Chatbot.Understanding;

/// <summary>A sentence that residents say and what they mean by it; {title}, {branch} and other marks may stand in it.</summary>
public sealed record TrainingExample(string Text, string Intent, string Language = LanguageGuess.Korean);
