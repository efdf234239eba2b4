using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>The words by which a part of a message sounds like a wish of its own, from dialogs/entities/wishes.md.</summary>
public sealed class WishWords
{
    private readonly string[] ends;
    private readonly string[] parts;
    private readonly string[] goingOn;
    private readonly string[] circumstances;
    private readonly string[] links;
    private readonly string[] asking;
    private readonly string[] askingEnds;
    private readonly string[] quoting;
    private readonly string[] because;
    private readonly string[] telling;

    private WishWords(Dictionary<string, string[]> lists)
    {
        (ends, parts, goingOn) = (lists["ends"], lists["parts"], lists["goes-on"]);
        (circumstances, links, quoting) = (lists["circumstance"], lists["link"], lists["quotes"]);
        (asking, askingEnds, because) = (lists["asks"], lists["asks-at-the-end"], lists["because"]);
        telling = lists["tells"];
    }

    /// <summary>Reads the file; throws <see cref="InvalidDataException"/> with its name where a list is missing.</summary>
    public static WishWords Read(string path)
    {
        try
        {
            return new(NamedLines.Read(path).ToDictionary(line => line.Name, line => line.Text.Split(' ')));
        }
        catch (KeyNotFoundException missing)
        {
            throw new InvalidDataException($"{path}: {missing.Message}", missing);
        }
    }

    /// <summary>주차되는지랑, 연장해 주시고: a wish that was put beside another.</summary>
    public bool Parts(string first) => Ends(first, parts);

    /// <summary>A wish may end here that another one follows; a circumstance does not.</summary>
    public bool EndsWish(string first) =>
        Ends(first, ends)
        && !Ends(first, circumstances)
        // 콘센트랑 사물함: two things, and one question.
        && (!first.EndsWith('랑') || first.Contains(' ', StringComparison.Ordinal));

    public bool IsCircumstance(string first) => Ends(first, circumstances);

    /// <summary>가고 싶어요, 들고 가도 돼요: one verb, and no wish after it.</summary>
    public bool GoesOn(string first, string second) =>
        first.EndsWith('고') && Array.Exists(goingOn, verb => second.StartsWith(verb, StringComparison.Ordinal));

    /// <summary>Asks or begs: what tells of something only is seldom a wish.</summary>
    public bool Asks(string part)
    {
        var squashed = KoreanText.Squash(part);
        return part.Contains('?', StringComparison.Ordinal)
            || !Ends(squashed, telling)
                && (
                    Array.Exists(asking, word => squashed.Contains(word, StringComparison.Ordinal))
                    || Ends(squashed, askingEnds)
                );
    }

    /// <summary>사 달라고, 안 된다고: what somebody says goes on with the verb of saying.</summary>
    public bool IsQuoting(string first) => Ends(first, quoting);

    public bool IsReason(string first) => Ends(first, because);

    /// <summary>What says no more than that another wish comes is taken away, "아 그리고" too.</summary>
    public string WithoutLink(string wish) =>
        Array.Find(links, link => wish.StartsWith(link + " ", StringComparison.Ordinal)) is { } said
            ? WithoutLink(wish[(said.Length + 1)..])
            : wish;

    private static bool Ends(string words, string[] ends) =>
        Array.Exists(ends, end => words.EndsWith(end, StringComparison.Ordinal));
}
