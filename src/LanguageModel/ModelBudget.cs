namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>How often the model was asked today, in all, in each conversation and by each librarian; kept in memory alone.</summary>
internal sealed class ModelBudget(LanguageModelSettings settings)
{
    private readonly Lock door = new();
    private readonly Dictionary<string, int> payers = [];
    private DateOnly today;
    private int spent;

    /// <summary>Takes one call out of both budgets, or none when either is spent.</summary>
    public bool TrySpend(ModelQuestion question)
    {
        lock (door)
        {
            if (!HasLeft(question))
                return false;
            spent++;
            payers[question.Payer] = payers.GetValueOrDefault(question.Payer) + 1;
            return true;
        }
    }

    public bool IsSpent(ModelQuestion question)
    {
        lock (door)
            return !HasLeft(question);
    }

    private bool HasLeft(ModelQuestion question)
    {
        if (question.Day > today)
        {
            (today, spent) = (question.Day, 0);
            payers.Clear();
        }
        var most = question.IsOfStaff ? settings.PerLibrarian : settings.PerConversation;
        return spent < settings.PerDay && payers.GetValueOrDefault(question.Payer) < most;
    }
}
