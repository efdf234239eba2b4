namespace Bupyeong.Chatbot.Branches;

/// <summary>The room of places and times, from the files in knowledge/branches.</summary>
public static class BranchesRegistration
{
    public static IServiceCollection AddBranches(this IServiceCollection services, string knowledge) =>
        services
            .AddSingleton(_ => Read(Path.Combine(knowledge, "branches")))
            .AddSingleton(provider => provider.GetRequiredService<BranchDirectory>().Holidays);

    /// <summary>Every file of the folder but the calendar is one branch, named by its code.</summary>
    public static BranchDirectory Read(string folder)
    {
        var calendar = Path.Combine(folder, "holidays.yml");
        var branches = Directory
            .EnumerateFiles(folder, "*.yml")
            .Where(path => path != calendar)
            .Order(StringComparer.Ordinal)
            .Select(ReadBranch);
        return new([.. branches], Holidays.Read(calendar));
    }

    private static Branch ReadBranch(string path)
    {
        var branch = DataFile.Read<Branch>(path);
        return branch.Code == Path.GetFileNameWithoutExtension(path)
            ? branch
            : throw DataFile.Wrong(path, 1, $"The code \"{branch.Code}\" is not the file's name.");
    }
}
