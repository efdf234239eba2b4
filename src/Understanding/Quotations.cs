namespace Bupyeong.Chatbot.Understanding;

/// <summary>Finds what stands in quotation marks: the resident has marked the title already.</summary>
internal static class Quotations
{
    /// <summary>More than any reading of the words inside can weigh.</summary>
    private const int Certain = 100_000;

    private const string Opening = "『「《〈“‘\"'<";
    private const string Closing = "』」》〉”’\"'>";

    public static bool Opens(char mark) => Opening.Contains(mark);

    public static IEnumerable<Candidate> Find(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var kind = Opening.IndexOf(text[at]);
            var close = kind < 0 || at + 1 >= text.Length ? -1 : text.IndexOf(Closing[kind], at + 1);
            if (close < 0 || !text[(at + 1)..close].Any(char.IsLetterOrDigit))
                continue;
            yield return Candidate.Of(EntityTypes.Title, text, (at + 1)..close, text[(at + 1)..close].Trim()) with
            {
                Weight = Certain,
            };
            at = close;
        }
    }
}
