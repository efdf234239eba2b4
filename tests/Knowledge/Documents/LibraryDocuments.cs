using System.IO.Compression;
using System.Text;
using Bupyeong.Chatbot.Knowledge;
using Bupyeong.Chatbot.Knowledge.Documents;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Knowledge.Documents;

/// <summary>A folder of documents as a library has them, and the store that they are imported into.</summary>
internal sealed class LibraryDocuments : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();

    public LibraryDocuments()
    {
        StoredKnowledge.Write(folder.Path, "loan-limit", StoredKnowledge.Entry("loan-limit", "다섯 권까지예요."));
        Knowledge = new StoredKnowledge(folder.Path);
    }

    public StoredKnowledge Knowledge { get; }

    public string Folder => folder.Path;

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = System.IO.Path.Combine(folder.Path, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public async Task<DocumentReport> Import(string name, byte[] bytes) => await Import(Write(name, bytes));

    public async Task<DocumentReport> Import(string name, string text) => await Import(Write(name, text));

    public async Task<DocumentReport> Import(string path) =>
        Assert.Single((await Knowledge.Documents.ImportAsync([path])).Files);

    /// <summary>Why a file was refused; what the store had before is all that it has.</summary>
    public async Task<string> Refused(string name, byte[] bytes)
    {
        var path = Write(name, bytes);
        var before = Knowledge.Store.All().Count;
        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => Knowledge.Documents.ImportAsync([path]));
        Assert.StartsWith(path, refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, Knowledge.Store.All().Count);
        return refused.Message[(path.Length + 2)..];
    }

    /// <summary>The entry as it would be told, of its newest version.</summary>
    public KnowledgeEntry Entry(string slug) => EntryFile.Parse(slug, Text(slug), Rules.Read(RulesFile));

    public string Text(string slug) => Knowledge.Store.Of(slug)[^1].Text;

    public static byte[] Zip(params (string Name, string Text)[] parts) =>
        Zip([.. parts.Select(part => (part.Name, Encoding.UTF8.GetBytes(part.Text)))]);

    public static byte[] Zip(params (string Name, byte[] Bytes)[] parts)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(bytes);
            }
        }
        return stream.ToArray();
    }

    public async ValueTask DisposeAsync()
    {
        await Knowledge.DisposeAsync();
        folder.Dispose();
    }

    private string RulesFile => System.IO.Path.Combine(folder.Path, "knowledge", "rules.yml");
}
