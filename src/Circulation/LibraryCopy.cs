namespace Bupyeong.Chatbot.Circulation;

/// <summary>One copy of a title as far as a hold depends on it.</summary>
public sealed record LibraryCopy(string Branch, bool IsOnShelf, bool IsLent);

/// <summary>The copies of a title at all branches, by its catalogue record.</summary>
public delegate IReadOnlyList<LibraryCopy> CopiesOf(string recordId);
