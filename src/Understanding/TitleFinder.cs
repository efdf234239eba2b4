using System.Text.RegularExpressions;
using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>Finds the title or the author that a request is about: what is left when all else is taken away.</summary>
internal sealed partial class TitleFinder(IReadOnlyList<EntityList> lists, FrameWords frames, HeldTitles held)
{
    /// <summary>노인과 바다, 엄마의 말뚝: joined like this, an entity is a part of the title.</summary>
    private const string Joints = "과와의";

    /// <summary>So many letters, none or hardly one wrong, are no accident.</summary>
    private const int Telling = 10;

    /// <summary>So few letters stand in longer words by accident: 설국 in 설국열차.</summary>
    private const int Short = 7;

    private static readonly string[] AfterEntity =
    [
        "에서는",
        "에서",
        "에는",
        "에도",
        "에만",
        "에",
        "까지",
        "부터",
        "으로",
        "로",
        "이랑",
        "랑",
        "하고",
        "은",
        "는",
        "이",
        "가",
        "을",
        "를",
        "도",
        "만",
        "의",
        "쯤",
        "요",
        "인데요",
        "인데",
        "이고",
        "이라",
        "이에요",
        "예요",
        "입니다",
    ]; // csharpier-ignore

    private readonly RequestStripper stripper = new(frames);

    private readonly AuthorCues authors = new(
        lists
            .Where(list => list.Name == EntityFinder.TitlesList)
            .SelectMany(list => list.Entries)
            .Where(entry => entry.Value == EntityTypes.Author)
            .SelectMany(entry => entry.Synonyms),
        new RequestStripper(frames)
    );

    /// <summary>The one title or author of a text; a quoted or known title among the entities leads.</summary>
    public Entity? Find(string text, IReadOnlyList<Entity> entities)
    {
        var title = entities.FirstOrDefault(entity => entity.Type == EntityTypes.Title);
        if (title is not null && IsQuoted(text, title))
            return title;
        var known = Known(text, entities, title);
        var best = Segments(text, [.. entities.Where(entity => !IsInside(entity, known))], known)
            .Select(segment => Read(segment, known))
            .Where(found => found.Span.Letters > 1 || found.Span == known)
            .OrderByDescending(found =>
                known is { } sure && found.Span.Start <= sure.Start && found.Span.End >= sure.End
            )
            .ThenByDescending(found => found.Span.Letters)
            .FirstOrDefault();
        return best.Type is null ? title : EntityOf(best.Type, best.Span);
    }

    private static Entity EntityOf(string type, TextSpan span) =>
        new(type, span.Start, span.Length, span.Value, span.Value);

    /// <summary>A title that the library holds, for a sentence that may mean no book.</summary>
    public bool Names(string text, IReadOnlyList<Entity> entities) => Named(text, entities) is not null;

    /// <summary>The same, whatever the language around it.</summary>
    public Entity? Named(string text, IReadOnlyList<Entity> entities) =>
        held.Find(text, Starts(text, entities)) is { Letters: >= Telling } found
        && found.Wrong * Telling <= found.Letters
            ? EntityOf(EntityTypes.Title, new TextSpan(text, found.Start, found.End))
            : null;

    /// <summary>The title of the list, or the longer one that is held around it.</summary>
    private TextSpan? Known(string text, IReadOnlyList<Entity> entities, Entity? title)
    {
        var listed = title is null ? (TextSpan?)null : new TextSpan(text, title.Start, title.End);
        if (held.Find(text, Starts(text, entities)) is not { } found)
            return listed;
        var span = LessRequest(new TextSpan(text, found.Start, found.End));
        // What is short or has more than one wrong letter ends where a word does: 한국사 문제집 is no 한국사 편지.
        if ((found.Letters < Short || found.Wrong > 1) && !frames.IsEnding(RunAt(text, span.End)))
            return listed;
        if (listed is { } inner && (inner.Start < span.Start || inner.End > span.End))
            return listed;
        // A day is a day unless a title says it: 내일은 실험왕.
        var cuts = entities.Any(entity =>
            entity.Type != EntityTypes.Title && entity.Start < span.End && entity.End > span.Start
        );
        return cuts && found.Wrong > 1 ? listed : span;
    }

    /// <summary>휴남동서점 있나요 looks like 휴남동서점입니다 as far as 있나: what is half in the title is a request when it is one.</summary>
    private static TextSpan LessRequest(TextSpan span)
    {
        var last = span.LastWord();
        var whole = RunAt(span.Text, last.Start);
        var isRequest = whole.Length > last.Length && RequestPhrases.IsVerb(whole);
        return isRequest && last.Start > span.Start ? span.Before(last.Start) : span;
    }

    private static string RunAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
            end++;
        return text[start..end];
    }

    private static bool IsInside(Entity entity, TextSpan? known) =>
        entity.Type != EntityTypes.Title && known is { } title && entity.Start < title.End && entity.End > title.Start;

    /// <summary>Words start behind blanks, and behind what is no part of a title: 오늘불편한편의점.</summary>
    private HashSet<int> Starts(string text, IReadOnlyList<Entity> entities)
    {
        var starts = new HashSet<int>();
        for (var i = 0; i < text.Length; i++)
        {
            if (i == 0 || !char.IsLetterOrDigit(text[i - 1]))
                starts.Add(i);
        }
        foreach (var entity in entities)
            starts.UnionWith([entity.End, AfterParticle(text, entity.End)]);
        foreach (var start in starts.ToList())
            starts.UnionWith(frames.StartsIn(RunAt(text, start)).Select(at => start + at));
        return starts;
    }

    public static bool IsQuoted(string text, Entity title) =>
        title.Start > 0
        && title.End < text.Length
        && !char.IsWhiteSpace(text[title.Start - 1])
        && Quotations.Opens(text[title.Start - 1]);

    private (string Type, TextSpan Span) Read(TextSpan segment, TextSpan? known)
    {
        var inside = known is { } title && title.Start >= segment.Start && title.End <= segment.End ? known : null;
        if (inside is null && authors.Read(segment) is var (type, span))
            return (type, span);
        var rest = stripper.Strip(segment, inside);
        if (inside is { } sure)
            rest = Narrowed(rest, sure);
        return (authors.Knows(rest) ? EntityTypes.Author : EntityTypes.Title, rest);
    }

    /// <summary>Less what stands around a title that is known, when it can be no part of a longer one.</summary>
    private TextSpan Narrowed(TextSpan rest, TextSpan title)
    {
        if (rest.Start > title.Start || rest.End < title.End)
            return rest;
        var end = title.End + Volume().Match(title.Text[title.End..rest.End]).Length;
        if (frames.IsAfter(rest.Text[end..rest.End]))
            rest = rest.Before(end);
        return frames.IsBefore(rest.Text[rest.Start..title.Start]) ? rest.After(title.Start) : rest;
    }

    /// <summary>The text between the entities and between its sentences.</summary>
    private static IEnumerable<TextSpan> Segments(string text, IReadOnlyList<Entity> entities, TextSpan? known)
    {
        var start = 0;
        foreach (var entity in entities.Where(entity => Separates(text, entity)))
        {
            foreach (var sentence in Sentences(new TextSpan(text, start, entity.Start), known))
                yield return sentence;
            start = AfterParticle(text, entity.End);
        }
        foreach (var sentence in Sentences(new TextSpan(text, start, text.Length), known))
            yield return sentence;
    }

    /// <summary>더 and 다 separate only when they are written onto a verb; alone they are taken for words.</summary>
    private static bool Separates(string text, Entity entity)
    {
        if (entity.Type == EntityTypes.Title)
            return false;
        if (entity.Type is EntityTypes.More or EntityTypes.All)
            return entity.End < text.Length && char.IsLetterOrDigit(text[entity.End]);
        return entity.Type == EntityTypes.Branch || !Joins(text, entity.End);
    }

    private static bool Joins(string text, int end) =>
        end + 2 < text.Length
        && Joints.Contains(text[end])
        && text[end + 1] == ' '
        && text.AsSpan(end + 2).ContainsAnyInRange('가', '힣');

    /// <summary>A question mark ends a sentence after Hangul only (「Why? 공룡」), and none within a title that is known.</summary>
    private static IEnumerable<TextSpan> Sentences(TextSpan span, TextSpan? known)
    {
        var start = span.Start;
        for (var i = span.Start + 1; i < span.End; i++)
        {
            if (
                span.Text[i] is not ('?' or '!' or '.' or '\n')
                || !Hangul.IsSyllable(span.Text[i - 1])
                || i > known?.Start && i < known?.End
            )
                continue;
            yield return span with
            {
                Start = start,
                End = i,
            };
            start = i + 1;
        }
        yield return span with
        {
            Start = start,
        };
    }

    private static int AfterParticle(string text, int at)
    {
        foreach (var particle in AfterEntity)
        {
            var end = at + particle.Length;
            if (
                text.AsSpan(at).StartsWith(particle)
                && (end == text.Length || !char.IsLetterOrDigit(text[end]) || particle[0] == '에')
            )
                return end;
        }
        return at;
    }

    [GeneratedRegex(@"^ ?(제?\d{1,3} ?[권편부화호집탄]?(?![가-힣])|\d{1,3} ?권)")]
    private static partial Regex Volume();
}
