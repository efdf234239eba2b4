namespace Bupyeong.Chatbot.Circulation;

/// <summary>A book on loan (대출), by the barcode of the copy.</summary>
public sealed record Loan
{
    public required string Barcode { get; init; }

    /// <summary>The catalogue record of the title.</summary>
    public required string RecordId { get; init; }

    public required string Title { get; init; }

    /// <summary>The code of the branch it was borrowed from.</summary>
    public required string Branch { get; init; }

    public required DateOnly Borrowed { get; init; }
    public required DateOnly Due { get; init; }
    public int Renewals { get; init; }

    /// <summary>Brought from another branch for this patron (상호대차).</summary>
    public bool IsInterlibrary { get; init; }

    public bool ReservedByAnother { get; init; }

    public bool IsOverdueOn(DateOnly day) => Due < day;
}
