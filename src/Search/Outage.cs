namespace Bupyeong.Chatbot.Search;

/// <summary>Which indexes are cut off from the engine elsewhere: said once when the first one is, and once when none is any more.</summary>
internal sealed class Outage(ILogger logger)
{
    private readonly Lock changing = new();
    private readonly HashSet<string> cutOff = [];
    private volatile bool isOver = true;

    public bool IsOver => isOver;

    /// <summary>What an index has just met: the reason why it is cut off, or that it is not.</summary>
    public void Tell(string index, Exception? reason)
    {
        // Told after every search.
        if (reason is null && isOver)
            return;
        lock (changing)
        {
            if (!(reason is null ? cutOff.Remove(index) : cutOff.Add(index)))
                return;
            var wasOver = isOver;
            isOver = cutOff.Count == 0;
            if (wasOver && reason is not null)
                logger.SearchAway(reason.Message);
            else if (isOver)
                logger.SearchBack();
        }
    }
}
