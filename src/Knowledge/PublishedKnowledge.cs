namespace Bupyeong.Chatbot.Knowledge;

/// <summary>What the library tells at this moment; a new edition takes the place of the old one while it is being read.</summary>
public sealed class PublishedKnowledge(KnowledgeBase first, Func<KnowledgeBase, KnowledgeBase>? next = null)
    : IDisposable
{
    private readonly Lock refreshing = new();
    private volatile KnowledgeBase current = first;

    /// <summary>The edition of now: it never changes, so one that was taken up can be read to its end.</summary>
    public KnowledgeBase Current => current;

    public void Replace(KnowledgeBase next) => current = next;

    /// <summary>
    /// Builds what the store holds now beside the edition that is being read, and puts it in its place. One at a time:
    /// the last to begin has seen every publication before it.
    /// </summary>
    public void Refresh()
    {
        lock (refreshing)
        {
            if (next is not null)
                Replace(next(current));
        }
    }

    public void Dispose() => current.Dispose();
}
