namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>A number with what it counts and its bound, the same for every language: 다섯 권까지 is at most 5 books.</summary>
/// <param name="Value">Less than nothing where it could not be read: that is like no other.</param>
/// <param name="Unit">A word of <see cref="NumberWords.Units"/>; "date" and "clock" are read as one number each.</param>
/// <param name="Bound">most, within, less, least, more, before, after, each or none.</param>
/// <param name="Before">The words between the number before and this one.</param>
internal sealed record NumberFact(decimal Value, string Unit, string Bound, string Before)
{
    /// <summary>"1번까지" is "한 번": none is fewer, and more would be another number.</summary>
    public bool IsSameAs(NumberFact other) =>
        Value >= 0
        && Value == other.Value
        && Unit == other.Unit
        && (
            Bound == other.Bound || Value == 1 && Unit is "time" && Bound is "" or "most" && other.Bound is "" or "most"
        );
}
