using System.Text.Json;

namespace Bupyeong.Chatbot.Channels.DirectLine;

/// <summary>JSON from outside.</summary>
public static class IncomingJson
{
    /// <summary>
    /// What cannot be read is the sender's mistake: also half of a surrogate pair, which only shows when the string is
    /// taken out of its element.
    /// </summary>
    public static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            throw DirectLineException.BadArgument($"The body is not JSON that can be read: {broken.Message}");
        }
    }
}
