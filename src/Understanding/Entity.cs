using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>A span of the sentence that means something: a branch, a day, a title.</summary>
/// <param name="Start">The place in <see cref="Recognition.Text"/>.</param>
/// <param name="Text">The words as they stand there.</param>
/// <param name="Value">What they stand for: a branch code, thirteen digits, years of age, the place in a list.</param>
public sealed record Entity(string Type, int Start, int Length, string Text, string Value)
{
    /// <summary>The day or time of a "date" or "time".</summary>
    public DateExpression? When { get; init; }

    public int End => Start + Length;

    /// <summary>Names days that a calendar can find; a time of day and 방학 do not.</summary>
    public bool NamesDays => When is not (null or ClockTime or Unplaced);
}

/// <summary>The types of entities that code knows by name; a list in dialogs/entities adds its own.</summary>
public static class EntityTypes
{
    public const string Branch = "branch";
    public const string Room = "room";
    public const string Audience = "audience";
    public const string Date = "date";
    public const string Time = "time";
    public const string Isbn = "isbn";
    public const string Ordinal = "ordinal";
    public const string Title = "title";
    public const string Author = "author";
    public const string Age = "age";
    public const string More = "more";
    public const string All = "all";

    /// <summary>네 or 아니요, when it is the whole message.</summary>
    public const string Answer = "answer";
}
