using System.Collections;
using System.Collections.Frozen;
using System.Runtime.CompilerServices;

namespace Bupyeong.Chatbot.Korean;

/// <summary>Phrases and what each means, in the order in which they are tried; see <see cref="PhraseReader"/> for their signs.</summary>
[CollectionBuilder(typeof(PhrasesBuilder), nameof(PhrasesBuilder.Of))]
internal sealed class Phrases<T>((string Phrase, T Value)[] all) : IEnumerable<(string Phrase, T Value)>
{
    /// <summary>Most places of a text begin none of a hundred phrases, and one look must tell so.</summary>
    private readonly FrozenDictionary<char, (string Phrase, T Value)[]> byFirst = all.SelectMany(entry =>
            Firsts(entry.Phrase).Select(first => (first, entry))
        )
        .GroupBy(pair => pair.first, pair => pair.entry)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <summary>The phrases that may fit where this letter stands.</summary>
    public ReadOnlySpan<(string Phrase, T Value)> From(char first) =>
        byFirst.TryGetValue(first, out var phrases) ? phrases : [];

    public IEnumerator<(string Phrase, T Value)> GetEnumerator() => all.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A phrase that begins with a blank may begin without it.</summary>
    private static IEnumerable<char> Firsts(string phrase) =>
        phrase.TrimStart('^') is [' ', var next, ..] ? [' ', next] : [phrase.TrimStart('^')[0]];
}

internal static class PhrasesBuilder
{
    public static Phrases<T> Of<T>(ReadOnlySpan<(string Phrase, T Value)> phrases) => new(phrases.ToArray());
}
