namespace Bupyeong.Chatbot.Branches;

/// <summary>The notices of temporary closures (closures.yml), checked and put on the branches that they close.</summary>
internal static class ClosureFile
{
    /// <summary>The branches with their closures; a folder without the file has none.</summary>
    /// <exception cref="InvalidDataException">Names the file, the line and what was wrong.</exception>
    public static IReadOnlyList<Branch> Close(IReadOnlyList<Branch> branches, string path)
    {
        if (!File.Exists(path))
            return branches;
        var notices = DataFile.Read<Notices>(path).Closures;
        for (var at = 0; at < notices.Count; at++)
        {
            if (MistakeIn(notices[at], notices.Take(at), branches) is { } mistake)
                throw DataFile.WrongAt(path, $"id: {notices[at].Id}", mistake);
        }
        return [.. branches.Select(branch => Closed(branch, notices))];
    }

    private static Branch Closed(Branch branch, List<Notice> notices) =>
        branch with
        {
            Closures =
            [
                .. branch
                    .Closures.Concat(notices.Where(notice => notice.Branches.Contains(branch.Code)).Select(ClosureOf))
                    .OrderBy(closure => closure.From),
            ],
        };

    private static Closure ClosureOf(Notice notice) =>
        new()
        {
            From = notice.From,
            To = notice.To,
            Reason = notice.Reason,
            Meanwhile = notice.Meanwhile,
        };

    private static string? MistakeIn(Notice notice, IEnumerable<Notice> before, IReadOnlyList<Branch> branches) =>
        before.Any(other => other.Id == notice.Id) ? $"A second closure has the id {notice.Id}."
        : notice.Branches is [] ? "It closes no branch."
        : notice.Branches.FirstOrDefault(code => branches.All(branch => branch.Code != code)) is { } unknown
            ? $"There is no branch \"{unknown}\"."
        : notice.To < notice.From ? $"It ends on {notice.To:yyyy-MM-dd}, before it begins."
        : before.FirstOrDefault(notice.Overlaps) is { } twice ? $"It closes a branch that {twice.Id} closes then too."
        : null;

    private sealed record Notices
    {
        public required string Source { get; init; }
        public required List<Notice> Closures { get; init; }
    }

    private sealed record Notice
    {
        public required string Id { get; init; }
        public required List<string> Branches { get; init; }
        public required DateOnly From { get; init; }
        public required DateOnly To { get; init; }
        public required string Reason { get; init; }
        public required string Meanwhile { get; init; }

        public bool Overlaps(Notice other) =>
            other.From <= To && From <= other.To && other.Branches.Intersect(Branches).Any();
    }
}
