namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>Leaves a server that failed three times in a row alone for a minute.</summary>
internal sealed class ModelCircuit(TimeProvider time)
{
    private const int MostFailures = 3;
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private readonly Lock door = new();
    private int failures;
    private DateTimeOffset restsUntil;

    public bool IsClosed
    {
        get
        {
            lock (door)
                return time.GetUtcNow() >= restsUntil;
        }
    }

    public void Worked()
    {
        lock (door)
            failures = 0;
    }

    /// <summary>After the rest one more failure is enough for another.</summary>
    public void Failed()
    {
        lock (door)
        {
            if (++failures >= MostFailures)
                restsUntil = time.GetUtcNow() + Rest;
        }
    }
}
