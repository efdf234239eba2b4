using Bupyeong.Chatbot.Branches;

namespace Bupyeong.Chatbot.Requests;

/// <summary>A bundle of books on one theme (꾸러미) that kindergartens and schools borrow for a while.</summary>
public sealed record Kit
{
    public required string Id { get; init; }
    public required string Title { get; init; }

    /// <summary>Words by which it is asked for.</summary>
    public required IReadOnlyList<string> Words { get; init; }
    public required string Audience { get; init; }
    public required int Books { get; init; }
    public required IReadOnlyList<string> Contents { get; init; }
}

/// <summary>Every kit of the library, from the files in knowledge/kits.</summary>
public sealed record KitShelf(IReadOnlyList<Kit> All)
{
    public Kit? Find(string id) => All.FirstOrDefault(kit => kit.Id == id);

    /// <exception cref="InvalidDataException">Names the file and the line that are wrong.</exception>
    public static KitShelf Read(string folder)
    {
        var kits = new Dictionary<string, Kit>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.yml").Order(StringComparer.Ordinal))
        {
            foreach (var kit in DataFile.Read<List<Kit>>(path))
            {
                if (kit.Books < 1)
                    throw DataFile.WrongAt(path, $"id: {kit.Id}", "A kit has at least one book.");
                if (!kits.TryAdd(kit.Id, kit))
                    throw DataFile.WrongAt(path, $"id: {kit.Id}", $"A second kit has the id {kit.Id}.");
            }
        }
        return new KitShelf([.. kits.Values]);
    }
}
