using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Branches;

/// <summary>A station, a neighbourhood or a building that residents count from; where it is, is approximate.</summary>
public sealed record Place
{
    /// <summary>The name to say first, then others that residents use.</summary>
    public required IReadOnlyList<string> Names { get; init; }
    public required double Latitude { get; init; }
    public required double Longitude { get; init; }

    public string Name => Names[0];
}

/// <summary>Something that a library has or has not: a lift, a car park, a reading magnifier.</summary>
public sealed record Facility
{
    public required string Kind { get; init; }
    public required string Name { get; init; }

    /// <summary>The branches that have it, by code, each with where it is and how it is used.</summary>
    public required IReadOnlyDictionary<string, string> Where { get; init; }

    /// <summary>The branches that are known not to have it; of others nothing is known.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];
}

/// <summary>The files about places: places.yml and facilities.yml; a folder without them knows none.</summary>
internal static class PlaceFile
{
    // The district and what lies right around it: a slip in a coordinate is out of it at once.
    private const double South = 37.44;
    private const double North = 37.56;
    private const double West = 126.67;
    private const double East = 126.79;

    public static IReadOnlyList<Place> Places(string path)
    {
        if (!File.Exists(path))
            return [];
        var places = DataFile.Read<PlaceList>(path).Places;
        if (places.Find(place => place.Names is []) is not null)
            throw DataFile.Wrong(path, 1, "A place has no name.");
        if (
            places.SelectMany(place => place.Names).CountBy(KoreanText.Squash).FirstOrDefault(name => name.Value > 1) is
            { Key: { } twice }
        )
            throw DataFile.Wrong(path, LineOf(path, twice), $"Two places bear the name \"{twice}\".");
        return places.Find(place => !IsNear(place)) is { } far
            ? throw DataFile.Wrong(path, LineOf(path, far.Name), $"\"{far.Name}\" does not lie in the district.")
            : places;
    }

    public static IReadOnlyList<Facility> Facilities(string path, IReadOnlyList<Branch> branches)
    {
        if (!File.Exists(path))
            return [];
        var facilities = DataFile.Read<FacilityList>(path).Facilities;
        foreach (var facility in facilities)
        {
            var named = facility.Where.Keys.Concat(facility.Without).ToList();
            if (named.Find(code => branches.All(branch => branch.Code != code)) is { } unknown)
                throw DataFile.WrongAt(path, $"kind: {facility.Kind}", $"There is no branch \"{unknown}\".");
            if (named.Count != named.Distinct().Count())
                throw DataFile.WrongAt(path, $"kind: {facility.Kind}", "A branch both has it and has it not.");
        }
        return facilities;
    }

    private static bool IsNear(Place place) => place is { Latitude: > South and < North, Longitude: > West and < East };

    private static int LineOf(string path, string name) =>
        Array.FindLastIndex(File.ReadAllLines(path), line => line.Contains(name, StringComparison.Ordinal)) + 1;

    private sealed record PlaceList
    {
        public required string Source { get; init; }
        public required List<Place> Places { get; init; }
    }

    private sealed record FacilityList
    {
        public required string Source { get; init; }
        public required List<Facility> Facilities { get; init; }
    }
}
