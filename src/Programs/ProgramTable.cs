using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Bupyeong.Chatbot.Branches;

namespace Bupyeong.Chatbot.Programs;

/// <summary>A list of courses as offices keep it in a spreadsheet, by the names of its columns.</summary>
public static partial class ProgramTable
{
    private const int HeadRows = 10;

    private static readonly (string Column, string[] Names)[] Columns =
    [
        ("title", ["프로그램명", "강좌명", "행사명", "프로그램", "강좌", "행사", "program", "title"]),
        ("days", ["날짜", "일자", "일시", "운영일", "기간", "운영기간", "교육기간", "시작일", "date", "dates"]),
        ("end", ["종료일"]),
        ("time", ["시간", "운영시간", "교육시간", "time"]),
        ("branch", ["도서관", "기관", "운영기관", "branch", "library"]),
        ("place", ["장소", "강의실", "교육장소", "place"]),
        ("audience", ["대상", "교육대상", "참가대상", "audience"]),
        ("fee", ["수강료", "참가비", "비용", "fee"]),
        ("materials", ["재료비"]),
        ("capacity", ["정원", "모집인원", "인원", "capacity"]),
        ("description", ["내용", "설명", "프로그램내용", "강좌내용", "description"]),
    ];

    private static readonly (string Word, string Code)[] Audiences =
    [
        ("가족", "family"),
        ("유아", "infant"),
        ("영유아", "infant"),
        ("어린이", "child"),
        ("초등", "child"),
        ("청소년", "teen"),
        ("중학", "teen"),
        ("고등", "teen"),
        ("성인", "adult"),
        ("어르신", "senior"),
        ("노인", "senior"),
        ("시니어", "senior"),
        ("다문화", "multicultural"),
        ("장애", "disabled"),
    ];

    /// <summary>The programs of the rows; null where no row heads columns with a name and a day.</summary>
    public static IReadOnlyList<ProgramDraft>? Read(
        IReadOnlyList<IReadOnlyList<string>> rows,
        BranchDirectory? branches
    )
    {
        foreach (var (at, row) in rows.Take(HeadRows).Index())
        {
            var columns = ColumnsOf(row);
            if (columns.ContainsKey("title") && columns.ContainsKey("days"))
                return [.. rows.Skip(at + 1).Select(cells => DraftOf(cells, columns, branches)).OfType<ProgramDraft>()];
        }
        return null;
    }

    /// <summary>The code of the branch that the words name; null when they name none or several.</summary>
    internal static string? BranchIn(string words, BranchDirectory? branches)
    {
        var squashed = words.Replace(" ", "", StringComparison.Ordinal);
        var named = (branches?.All ?? [])
            .Where(branch => Names(branch).Any(name => squashed.Contains(name, StringComparison.Ordinal)))
            .ToList();
        // A longer name may have a shorter one in it.
        return named is [] ? null
            : named.MaxBy(branch => branch.Name.Length) is { } longest
            && named.TrueForAll(branch => longest.Name.Contains(branch.Name, StringComparison.Ordinal))
                ? longest.Code
            : null;
    }

    internal static string IdOf(string kind, string text) =>
        $"{kind}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..10]}";

    private static IEnumerable<string> Names(Branch branch) =>
        new[] { branch.Name, branch.OfficialName }.Select(name => name.Replace(" ", "", StringComparison.Ordinal));

    private static Dictionary<string, int> ColumnsOf(IReadOnlyList<string> row)
    {
        var found = new Dictionary<string, int>();
        foreach (var (at, cell) in row.Index())
        {
            var name = cell.Replace(" ", "", StringComparison.Ordinal).Trim().ToLowerInvariant();
            if (Array.Find(Columns, column => column.Names.Contains(name)) is { Column: { } column })
                found.TryAdd(column, at);
        }
        return found;
    }

    private static ProgramDraft? DraftOf(
        IReadOnlyList<string> cells,
        Dictionary<string, int> columns,
        BranchDirectory? branches
    )
    {
        if (Cell("title") is not { } title)
            return null;
        var (days, time, unread) = (
            DaysOf(Cell("days"), Cell("end")),
            TimeOf(Cell("time") ?? Cell("days")),
            new List<string>()
        );
        if (days is [] || Cell("end") is not null)
            unread.AddRange(new[] { Cell("days"), Cell("end") }.OfType<string>());
        if (time is null && Cell("time") is { } words)
            unread.Add(words);
        var audience = Cell("audience");
        var codes = Audiences
            .Where(one => audience?.Contains(one.Word, StringComparison.Ordinal) == true)
            .Select(one => one.Code)
            .Distinct()
            .ToList();
        if (audience is not null)
            unread.Add(audience);
        return new(IdOf("table", $"{title}\n{Cell("branch")}\n{Cell("days")}"), title)
        {
            Branch = BranchIn($"{Cell("branch")} {Cell("place")}", branches),
            Place = Cell("place"),
            Audience = codes is [] ? null : string.Join(", ", codes),
            Days = days,
            Time = time,
            Fee = Won(Cell("fee")),
            MaterialsFee = Won(Cell("materials")),
            Capacity = Won(Cell("capacity")),
            Description = Cell("description"),
            Unread = unread,
        };

        string? Cell(string column) =>
            columns.TryGetValue(column, out var at) && at < cells.Count && cells[at].Trim() is { Length: > 0 } text
                ? text
                : null;
    }

    /// <summary>Days that are written out; a span is not every day of it, so it is left to be read.</summary>
    private static List<DateOnly> DaysOf(string? text, string? end)
    {
        if (
            text is null
            || end is not null && end != text
            || text.Contains('~', StringComparison.Ordinal) && DateIn().Count(text) > 1
        )
            return [];
        var days = new List<DateOnly>();
        foreach (Match match in DateIn().Matches(text))
        {
            if (
                !DateOnly.TryParse(
                    $"{match.Groups[1].Value}-{match.Groups[2].Value}-{match.Groups[3].Value}",
                    CultureInfo.InvariantCulture,
                    out var day
                )
            )
                return [];
            days.Add(day);
        }
        return [.. days.Distinct().Order()];
    }

    private static OpeningHours? TimeOf(string? text)
    {
        if (text is null || TimeIn().Match(text) is not { Success: true } match)
            return null;
        var (from, to) = (
            Clock(match.Groups[1].Value, match.Groups[2].Value),
            Clock(match.Groups[3].Value, match.Groups[4].Value)
        );
        return from < to ? new(from.Value, to.Value) : null;
    }

    private static TimeOnly? Clock(string hour, string minute) =>
        int.Parse(hour, CultureInfo.InvariantCulture) is < 24 and var hours
        && int.Parse(minute, CultureInfo.InvariantCulture) is < 60 and var minutes
            ? new TimeOnly(hours, minutes)
            : null;

    private static int? Won(string? text) =>
        text?.Trim() is "무료" or "없음" ? 0
        : text is not null
        && Amount().Match(text) is { Success: true } match
        && int.TryParse(
            match.Groups[1].Value,
            NumberStyles.AllowThousands,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
        : null;

    [GeneratedRegex(@"(20\d\d)\s*[-./년]\s*(\d{1,2})\s*[-./월]\s*(\d{1,2})")]
    private static partial Regex DateIn();

    [GeneratedRegex(@"\b(\d{1,2}):(\d\d)\s*[-~–∼]\s*(\d{1,2}):(\d\d)\b")]
    private static partial Regex TimeIn();

    [GeneratedRegex(@"^\s*([\d,]{1,10})\s*(?:원|명)?\s*$")]
    private static partial Regex Amount();
}
