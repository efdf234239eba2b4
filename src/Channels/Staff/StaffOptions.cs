namespace Bupyeong.Chatbot.Channels.Staff;

/// <summary>Settings of section "Staff".</summary>
public sealed record StaffOptions
{
    private const int ShortestKey = 32;

    /// <summary>Opens the staff's calls; empty: there are none.</summary>
    public string Key { get; init; } = "";

    /// <summary>Throws when the key could be guessed; on a developer's own machine it may be short.</summary>
    public void Validate(bool isDevelopment)
    {
        if (Key.Length is > 0 and < ShortestKey && !isDevelopment)
            throw new InvalidOperationException($"Staff:Key is shorter than {ShortestKey} characters.");
    }
}
