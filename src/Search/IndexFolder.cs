using System.Security.Cryptography;
using System.Text;

namespace Bupyeong.Chatbot.Search;

/// <summary>
/// A folder with one index in it, named by the hash of its content: what is there under that name is whole, because it
/// was written elsewhere and moved into place.
/// </summary>
internal sealed class IndexFolder(string path)
{
    public static string HashOf(IReadOnlyList<SearchField> fields, IReadOnlyList<SearchDocument> documents)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append($"{KoreanAnalyzer.Version}");
        foreach (var field in fields)
            Append($"{field.Name}\u001f{field.Spelled}");
        foreach (var document in documents)
        {
            Append(document.Id);
            foreach (var text in document.Texts)
                Append($"{text.Field}\u001f{text.Text}");
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];

        void Append(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + '\u001e'));
    }

    public string? Find(string hash) => Directory.Exists(In(hash)) ? In(hash) : null;

    /// <summary>Writes a new index beside the old ones, moves it into place and clears the old ones away.</summary>
    public string Build(string hash, Action<string> write)
    {
        var workshop = In($"building-{Guid.NewGuid():n}");
        Directory.CreateDirectory(workshop);
        write(workshop);
        try
        {
            Directory.Move(workshop, In(hash));
        }
        catch (IOException) when (Directory.Exists(In(hash)))
        {
            // Another process built the same content first; its index is as good as ours.
            Directory.Delete(workshop, recursive: true);
        }
        Clear(except: hash);
        return In(hash);
    }

    public void Remove(string hash) => Directory.Delete(In(hash), recursive: true);

    private string In(string name) => Path.Combine(path, name);

    private void Clear(string except)
    {
        var yesterday = TimeProvider.System.GetUtcNow().AddDays(-1);
        foreach (var folder in Directory.EnumerateDirectories(path))
        {
            var name = Path.GetFileName(folder);
            var isAbandoned = name.StartsWith("building-", StringComparison.Ordinal);
            if (name == except || (isAbandoned && Directory.GetLastWriteTimeUtc(folder) > yesterday))
                continue;
            Directory.Delete(folder, recursive: true);
        }
    }
}
