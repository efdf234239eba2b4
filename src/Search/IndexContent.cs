using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bupyeong.Chatbot.Search;

/// <summary>What an index is made of, under the name by which it is found again.</summary>
public sealed record IndexContent(
    string Name,
    IReadOnlyList<SearchField> Fields,
    IReadOnlyList<SearchDocument> Documents
)
{
    public TextEmbedding? Embedding { get; init; }

    /// <summary>Is asked in whole sentences, which mean the same in other words; a title is found by its words.</summary>
    public bool HasSentences { get; init; }

    /// <summary>Stands for everything that an index elsewhere holds: also weights, tags, days and the model.</summary>
    internal string Hash(int version)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append($"{version} {IndexFolder.HashOf(Fields, Documents)} {Embedding?.Model}");
        foreach (var field in Fields)
            Append(field.Weight.ToString(CultureInfo.InvariantCulture));
        foreach (var document in Documents)
        {
            Append($"{document.From:yyyy-MM-dd} {document.To:yyyy-MM-dd} {document.Tags.Count}");
            foreach (var tag in document.Tags)
                Append($"{tag.Name}\u001f{tag.Value}");
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..HashLength];

        void Append(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + '\u001e'));
    }

    internal const int HashLength = 16;
}
