namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>How often the model was asked today, in all and in each conversation; kept in memory alone.</summary>
internal sealed class ModelBudget(LanguageModelSettings settings)
{
    private readonly Lock door = new();
    private readonly Dictionary<string, int> conversations = [];
    private DateOnly today;
    private int spent;

    /// <summary>Takes one call out of both budgets, or none when either is spent.</summary>
    public bool TrySpend(string conversation, DateOnly day)
    {
        lock (door)
        {
            if (day > today)
            {
                (today, spent) = (day, 0);
                conversations.Clear();
            }
            var before = conversations.GetValueOrDefault(conversation);
            if (spent >= settings.PerDay || before >= settings.PerConversation)
                return false;
            spent++;
            conversations[conversation] = before + 1;
            return true;
        }
    }
}
