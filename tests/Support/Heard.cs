using Bupyeong.Chatbot.Dialogs;
using Bupyeong.Chatbot.Knowledge;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>What a question sounds like to the recogniser, as in a conversation.</summary>
public static class Heard
{
    public static Hearing Of(string question) => LibraryRule.HearingOf(Words.Recognizer.Recognize(question));
}
