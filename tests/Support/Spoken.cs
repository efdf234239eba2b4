using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>What is said in a language, without a word of it reaching the next test.</summary>
public static class Spoken
{
    public static T In<T>(string language, Func<T> say)
    {
        var said = default(T);
        ExecutionContext.Run(
            ExecutionContext.Capture()!,
            _ =>
            {
                Speaking.In(language);
                said = say();
            },
            null
        );
        return said!;
    }
}
