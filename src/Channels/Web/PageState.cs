namespace Bupyeong.Chatbot.Channels.Web;

/// <summary>What a one-time page shows.</summary>
public enum PageState
{
    Form,
    Done,
    Expired,
}
