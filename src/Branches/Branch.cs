namespace Bupyeong.Chatbot.Branches;

/// <summary>A place with doors and hours: one of our libraries, a smart library, or a neighbour that is not ours.</summary>
public sealed record Branch
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string OfficialName { get; init; }
    public required BranchKind Kind { get; init; }
    public required string Operator { get; init; }
    public required string Address { get; init; }
    public string? Phone { get; init; }
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }
    public string? Homepage { get; init; }
    public string? Speciality { get; init; }
    public string? SpecialitySource { get; init; }
    public IReadOnlyList<Room> Rooms { get; init; } = [];
    public bool ClosedOnHolidays { get; init; }
    public IReadOnlyList<YearlyDay> AlsoClosed { get; init; } = [];

    /// <summary>Weekly closing days of a place whose hours are not known.</summary>
    public IReadOnlyList<DayOfWeek> ClosedWeekdays { get; init; } = [];

    public required string Source { get; init; }
    public string? Note { get; init; }

    /// <summary>Run by 부평구, unlike the libraries of the education office.</summary>
    public bool IsOurs => Kind is not BranchKind.Neighbour;

    public Room? FindRoom(string name) => Rooms.FirstOrDefault(room => room.Name == name);
}

/// <summary>What kind of place a branch is.</summary>
public enum BranchKind
{
    Branch,
    Smart,
    Neighbour,
}

/// <summary>A room (자료실) with hours of its own; a weekday without hours is its weekly closing day.</summary>
public sealed record Room
{
    public required string Name { get; init; }
    public string? Floor { get; init; }
    public IReadOnlyDictionary<DayOfWeek, OpeningHours> Hours { get; init; } =
        new Dictionary<DayOfWeek, OpeningHours>();
}
