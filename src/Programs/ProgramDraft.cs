using System.Globalization;
using System.Text;
using Bupyeong.Chatbot.Branches;

namespace Bupyeong.Chatbot.Programs;

/// <summary>A program as a file from elsewhere tells it: what it does not tell is null, and staff write it.</summary>
public sealed record ProgramDraft(string Id, string Title)
{
    public string? Branch { get; init; }
    public string? Place { get; init; }
    public string? Audience { get; init; }
    public IReadOnlyList<DateOnly> Days { get; init; } = [];
    public OpeningHours? Time { get; init; }
    public int? Fee { get; init; }
    public int? MaterialsFee { get; init; }
    public int? Capacity { get; init; }
    public string? Description { get; init; }

    /// <summary>What the file says of it in words that could not be read, such as "매주 토요일".</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];

    /// <summary>
    /// A file of knowledge/programs, which the room refuses, with the line, until what is missing stands in it: so none of
    /// these is published by itself.
    /// </summary>
    public static string Yaml(string source, IEnumerable<ProgramDraft> drafts)
    {
        var yaml = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"# {Comment(source)}에서 가져온 초안이에요.")
            .AppendLine("# '적어 주세요'를 채우고 내용을 살펴본 다음 knowledge/programs에 넣으면 안내돼요.");
        foreach (var draft in drafts)
            draft.Write(yaml);
        return yaml.ToString().ReplaceLineEndings("\n");
    }

    private void Write(StringBuilder yaml)
    {
        yaml.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"- id: {Id}");
        Add("title", DataFile.Quoted(Title));
        Add("branch", Branch);
        Add("place", Place is null ? null : DataFile.Quoted(Place));
        Add("audiences", Audience is null ? null : $"[{Audience}]");
        Add(
            "days",
            Days is []
                ? null
                : $"[{string.Join(", ", Days.Select(day => day.ToString("O", CultureInfo.InvariantCulture)))}]"
        );
        Add("time", Time is null ? null : $"\"{Time}\"");
        Add("fee", Fee?.ToString(CultureInfo.InvariantCulture));
        if (MaterialsFee is { } materials)
            Add("materials_fee", materials.ToString(CultureInfo.InvariantCulture));
        Add("capacity", Capacity?.ToString(CultureInfo.InvariantCulture));
        Add("apply_opens_days_before", null);
        Add("apply_closes_days_before", null);
        Add("description", Description is null ? null : DataFile.Quoted(Description));
        foreach (var words in Unread)
            yaml.AppendLine(CultureInfo.InvariantCulture, $"  # 원문: {Comment(words)}");

        void Add(string key, string? value) =>
            yaml.AppendLine(value is null ? $"  # {key}: 적어 주세요" : $"  {key}: {value}");
    }

    private static string Comment(string words) => DataFile.Quoted(words)[1..^1];
}
