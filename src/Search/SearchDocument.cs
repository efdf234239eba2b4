namespace Bupyeong.Chatbot.Search;

/// <summary>A field with its weight; a spelled field is also found by initial consonants and by near spelling.</summary>
public sealed record SearchField(string Name, float Weight, bool Spelled = false);

/// <summary>One text of a document; a field may have several.</summary>
public sealed record SearchText(string Field, string Text);

/// <summary>What is found: an id and the texts that lead to it.</summary>
public sealed record SearchDocument(string Id, IReadOnlyList<SearchText> Texts);

/// <summary>The id of a document that was found; scores compare within one search only.</summary>
public readonly record struct SearchHit(string Id, float Score);
