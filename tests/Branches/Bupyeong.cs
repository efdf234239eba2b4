using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Knowledge;

namespace Bupyeong.Chatbot.Tests.Branches;

/// <summary>The places of knowledge/branches as tests speak of them.</summary>
internal static class Bupyeong
{
    private static readonly string Knowledge = Path.Combine(AppContext.BaseDirectory, "knowledge");

    private static readonly IReadOnlyList<SpecialHours> Special = Notices.InForce(
        EntryFile.ReadAll(Path.Combine(Knowledge, "notices"), Rules.Read(Path.Combine(Knowledge, "rules.yml")))
    );

    public static readonly BranchDirectory Places = BranchesRegistration.Read(
        Path.Combine(Knowledge, "branches"),
        () => Special
    );

    public static Branch Bugae => Branch("bugae");

    public static Branch Branch(string code) => Places.Find(code) ?? throw new ArgumentException(code);

    public static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd");

    /// <summary>A moment of Seoul, written "2026-11-22 14:05".</summary>
    public static DateTimeOffset At(string moment) =>
        new(DateTime.ParseExact(moment, "yyyy-MM-dd HH:mm", null), SeoulTime.Offset);
}
