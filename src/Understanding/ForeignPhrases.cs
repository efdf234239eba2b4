namespace Bupyeong.Chatbot.Understanding;

/// <summary>Days, places in a list and amounts in English, Chinese and Vietnamese (dialogs/entities/phrases.md): each means what its Korean heading does.</summary>
internal sealed class ForeignPhrases
{
    private readonly ListMatcher listed;
    private readonly Dictionary<string, Entity> meanings;

    /// <summary>Throws <see cref="InvalidDataException"/> for a heading that means nothing in Korean.</summary>
    public ForeignPhrases(EntityList phrases, Func<string, IEnumerable<Candidate>> read)
    {
        listed = new ListMatcher([phrases]);
        meanings = phrases.Entries.ToDictionary(
            entry => entry.Value,
            entry =>
                Segmentation.Best(read(entry.Value), entry.Value.Length) is [var first, ..]
                    ? first
                    : throw new InvalidDataException(
                        $"dialogs/entities/phrases.md: '{entry.Value}' is no day, no place in a list and no amount."
                    )
        );
    }

    public IEnumerable<Candidate> Find(SquashedText text) =>
        from found in listed.Find(text)
        let meaning = meanings[found.Entity.Value]
        select found with
        {
            Entity = found.Entity with { Type = meaning.Type, Value = meaning.Value, When = meaning.When },
        };
}
