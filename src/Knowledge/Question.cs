namespace Bupyeong.Chatbot.Knowledge;

/// <summary>What is asked of the entries, and in which language; a text by itself is Korean.</summary>
public readonly record struct Question(string Text, string Language = Question.Korean)
{
    public const string Korean = "ko";

    public static implicit operator Question(string text) => new(text);
}
