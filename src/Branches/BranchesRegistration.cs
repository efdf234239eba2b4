namespace Bupyeong.Chatbot.Branches;

/// <summary>
/// The room of places and times, from the files in knowledge/branches. The host says which notices there are:
/// <see cref="SpecialHoursNow" />.
/// </summary>
public static class BranchesRegistration
{
    private static readonly string[] AboutAll = ["holidays.yml", "places.yml", "facilities.yml"];

    public static IServiceCollection AddBranches(this IServiceCollection services, string knowledge) =>
        services
            .AddSingleton(provider => Read(Path.Combine(knowledge, "branches"), provider.GetService<SpecialHoursNow>()))
            .AddSingleton(provider => provider.GetRequiredService<BranchDirectory>().Holidays);

    /// <summary>Every file of the folder but those about all branches is one branch, named by its code.</summary>
    public static BranchDirectory Read(string folder, SpecialHoursNow? special = null)
    {
        var branches = Directory
            .EnumerateFiles(folder, "*.yml")
            .Where(path => !AboutAll.Contains(Path.GetFileName(path)))
            .Order(StringComparer.Ordinal)
            .Select(ReadBranch)
            .ToList();
        return new(branches, Holidays.Read(Path.Combine(folder, "holidays.yml")))
        {
            SpecialHours = special ?? (() => []),
            Places = PlaceFile.Places(Path.Combine(folder, "places.yml")),
            Facilities = PlaceFile.Facilities(Path.Combine(folder, "facilities.yml"), branches),
        };
    }

    private static Branch ReadBranch(string path)
    {
        var branch = DataFile.Read<Branch>(path);
        return branch.Code == Path.GetFileNameWithoutExtension(path)
            ? branch
            : throw DataFile.Wrong(path, 1, $"The code \"{branch.Code}\" is not the file's name.");
    }
}
