namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>A librarian who writes one entry anew.</summary>
public static class EntryEditor
{
    public const string Slug = "lost-card";
    public const string At = $"/knowledge/{Slug}";

    /// <summary>Saves the entry with another first sentence; the number of the draft.</summary>
    public static async Task<int> Drafts(StaffCaller staff, string sentence, string name = "사서")
    {
        var basedOn = (await staff.Gets(At)).GetProperty("entry").GetProperty("newest").GetInt32();
        var saved = await staff.Puts(
            $"{At}/draft",
            new
            {
                name,
                text = await Text(staff, sentence),
                basedOn,
            }
        );
        return saved.GetProperty("version").GetProperty("version").GetInt32();
    }

    public static async Task<string> Text(StaffCaller staff, string sentence)
    {
        var first = (await staff.Gets($"{At}/versions/1")).GetProperty("version").GetProperty("text").GetString()!;
        return first.Insert(first.LastIndexOf("---\n", StringComparison.Ordinal) + 4, sentence + ' ');
    }
}
