using Bupyeong.Chatbot.Branches;

namespace Bupyeong.Chatbot.Circulation.Sample;

/// <summary>A made-up member in one state that the assistant must answer to; its days are counted from today.</summary>
internal sealed record SamplePatron
{
    public required string Card { get; init; }
    public required string Name { get; init; }

    /// <summary>What this member is there to show.</summary>
    public required string State { get; init; }

    public required string PinSalt { get; init; }
    public required string PinHash { get; init; }
    public required int CardExpiresInDays { get; init; }
    public int? SuspendedForDays { get; init; }
    public int? HoldsBannedForDays { get; init; }
    public int NoShows { get; init; }
    public bool Child { get; init; }
    public IReadOnlyList<SampleLoan> Loans { get; init; } = [];
    public IReadOnlyList<SampleHold> Holds { get; init; } = [];

    public Patron On(DateOnly today) =>
        new(CardNumber.Of(Card), Name)
        {
            CardExpires = today.AddDays(CardExpiresInDays),
            SuspendedUntil = SuspendedForDays is { } days ? today.AddDays(days) : null,
            HoldsBannedUntil = HoldsBannedForDays is { } banned ? today.AddDays(banned) : null,
            NoShows = NoShows,
            IsChild = Child,
        };

    public static IReadOnlyList<SamplePatron> Read(string path) => DataFile.Read<List<SamplePatron>>(path);
}

/// <summary>A loan of a sample member.</summary>
internal sealed record SampleLoan
{
    public required string Barcode { get; init; }
    public required string Record { get; init; }
    public required string Title { get; init; }
    public required string Branch { get; init; }
    public required int BorrowedDaysAgo { get; init; }
    public required int DueInDays { get; init; }
    public int Renewals { get; init; }
    public bool Interlibrary { get; init; }
    public bool ReservedByAnother { get; init; }

    public Loan On(DateOnly today) =>
        new()
        {
            Barcode = Barcode,
            RecordId = Record,
            Title = Title,
            Branch = Branch,
            Borrowed = today.AddDays(-BorrowedDaysAgo),
            Due = today.AddDays(DueInDays),
            Renewals = Renewals,
            IsInterlibrary = Interlibrary,
            ReservedByAnother = ReservedByAnother,
        };
}

/// <summary>A hold of a sample member.</summary>
internal sealed record SampleHold
{
    public required string Record { get; init; }
    public required string Title { get; init; }
    public required string PickupBranch { get; init; }
    public int Position { get; init; } = 1;
    public required HoldState State { get; init; }
    public int? ReadyDaysAgo { get; init; }

    public Hold On(DateOnly today, HoldDesk desk) =>
        new()
        {
            RecordId = Record,
            Title = Title,
            PickupBranch = PickupBranch,
            Position = Position,
            State = State,
            PickUpBy = ReadyDaysAgo is { } days ? desk.PickUpBy(today.AddDays(-days), new(PickupBranch, Record)) : null,
        };
}
