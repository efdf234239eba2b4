using Bupyeong.Chatbot.Branches;

namespace Bupyeong.Chatbot.Programs;

/// <summary>The room of courses and events, from the files in knowledge/programs.</summary>
public static class ProgramsRegistration
{
    public static IServiceCollection AddPrograms(this IServiceCollection services, string knowledge) =>
        services.AddSingleton(provider =>
        {
            var branches = provider.GetRequiredService<BranchDirectory>();
            var plans = Read(Path.Combine(knowledge, "programs"), branches);
            return new ProgramCalendar(plans, branches, provider.GetRequiredService<TimeProvider>());
        });

    public static IReadOnlyList<ProgramPlan> Read(string folder, BranchDirectory branches)
    {
        var plans = new Dictionary<string, ProgramPlan>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.yml").Order(StringComparer.Ordinal))
        {
            foreach (var plan in DataFile.Read<List<ProgramPlan>>(path))
            {
                if (MistakeIn(plan, branches) is { } mistake)
                    throw DataFile.WrongAt(path, $"id: {plan.Id}", mistake);
                if (!plans.TryAdd(plan.Id, plan))
                    throw DataFile.WrongAt(path, $"id: {plan.Id}", $"A second program has the id {plan.Id}.");
            }
        }
        return [.. plans.Values];
    }

    private static string? MistakeIn(ProgramPlan plan, BranchDirectory branches) =>
        branches.Find(plan.Branch) is null ? $"There is no branch \"{plan.Branch}\"."
        : plan.Days is [] == plan is not { Week: not null, Weekday: not null, Sessions: not null }
            ? "A program has days, or else week, weekday and sessions."
        : plan.Days is [] && plan.Sessions < 1 ? "A program has at least one session."
        : plan.Capacity < 1 ? "A program has at least one seat."
        : plan.Ages is { To: { } to, From: var from } && to < from ? $"No age is from {from} to {to}."
        : plan.ApplyOpensDaysBefore < plan.ApplyClosesDaysBefore ? "Application closes before it opens."
        : null;
}
