using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Catalog;

/// <summary>What the numbers on the backs of books mean (KDC), and on which shelves of a branch they stand.</summary>
public sealed class Classification
{
    private readonly Dictionary<string, BookClass> classes;
    private readonly Dictionary<string, string> marks;
    private readonly Dictionary<string, Shelves> shelves;

    private Classification(ClassFile file)
    {
        classes = file.Classes.ToDictionary(known => known.Number);
        marks = file.Marks.ToDictionary(known => known.Mark, known => known.Means);
        shelves = file.Shelves;
    }

    /// <exception cref="InvalidDataException">Names the file, the line and what was wrong.</exception>
    public static Classification Read(string path)
    {
        var file = DataFile.Read<ClassFile>(path);
        if (
            file.Classes.CountBy(known => known.Number).FirstOrDefault(number => number.Value > 1) is { Key: { } twice }
        )
            throw DataFile.Wrong(path, 1, $"The class \"{twice}\" is listed twice.");
        return new(file);
    }

    /// <summary>From the wide class to the narrow one: 문학, 한국 문학, 한국 소설과 동화.</summary>
    public IReadOnlyList<BookClass> Path(string number) =>
        [
            .. Enumerable
                .Range(1, 3)
                .Where(length => length <= number.Length)
                .Select(length => classes.GetValueOrDefault(number[..length]))
                .OfType<BookClass>(),
        ];

    /// <summary>The class that residents call by the longest word in the text: "역사책", "심리학".</summary>
    public BookClass? Named(string text)
    {
        var squashed = KoreanText.Squash(text);
        return classes
            .Values.SelectMany(known => known.Words.Select(word => (Class: known, Word: KoreanText.Squash(word))))
            .Where(named => squashed.Contains(named.Word, StringComparison.Ordinal))
            .OrderByDescending(named => named.Word.Length)
            .Select(named => named.Class)
            .FirstOrDefault();
    }

    public string? MeaningOf(string mark) => marks.GetValueOrDefault(mark);

    /// <summary>"종합자료실 10번~13번 서가" of a branch, for the books of its main room.</summary>
    public (string Room, string Row)? ShelfAt(string branch, string number) =>
        shelves.TryGetValue(branch, out var room) && room.Rows.TryGetValue(number[..1], out var row)
            ? (room.Room, row)
            : null;

    private sealed record ClassFile
    {
        public required string Source { get; init; }
        public required List<BookClass> Classes { get; init; }
        public required List<ShelfMark> Marks { get; init; }
        public required string ShelvesSource { get; init; }
        public required Dictionary<string, Shelves> Shelves { get; init; }
    }

    private sealed record ShelfMark
    {
        public required string Mark { get; init; }
        public required string Means { get; init; }
    }

    private sealed record Shelves
    {
        public required string Room { get; init; }
        public required Dictionary<string, string> Rows { get; init; }
    }
}

/// <summary>A class of books: one digit is a wide one, three a narrow one.</summary>
public sealed record BookClass
{
    public required string Number { get; init; }
    public required string Name { get; init; }

    /// <summary>What residents call it.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}
