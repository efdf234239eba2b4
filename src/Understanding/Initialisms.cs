using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>Words that residents type by their initial consonants alone, kept in dialogs/entities/initials.md.</summary>
internal sealed class Initialisms(EntityList list)
{
    private readonly Dictionary<string, string> words = list
        .Entries.SelectMany(entry => entry.Synonyms.Select(initials => (initials, entry.Value)))
        .ToDictionary();

    /// <summary>Spells out the runs of consonants that stand alone and are known; the rest stays.</summary>
    public string Spell(string text)
    {
        if (!text.Any(Hangul.IsConsonant))
            return text;
        var spelt = new System.Text.StringBuilder(text.Length + 4);
        for (var at = 0; at < text.Length; )
        {
            var end = at;
            while (end < text.Length && Hangul.IsConsonant(text[end]))
                end++;
            if (end == at)
            {
                spelt.Append(text[at++]);
                continue;
            }
            var run = text[at..end];
            var alone = at == 0 || !Hangul.IsSyllable(text[at - 1]);
            spelt.Append(alone ? words.GetValueOrDefault(run, run) : run);
            at = end;
        }
        return spelt.ToString();
    }
}
