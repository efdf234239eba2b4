using System.Text.Json;

namespace Bupyeong.Chatbot.Search.Embeddings;

/// <summary>
/// The model that was there before this one, where it can still be asked: it answers with its own vectors until the new
/// one has made all of them. How it is asked is kept beside its vectors, but for its key.
/// </summary>
internal sealed record FormerModel(EmbeddingModel Model, VectorTable Table)
{
    /// <summary>Of several the one that knows most; null when none is left as it was.</summary>
    public static FormerModel? Find(VectorFile file, EmbeddingModel model, EmbeddingSettings settings) =>
        file.Others()
            .Select(other => (File: other, Table: other.Read(dimensions: 0)))
            .Where(other => other.Table.Count > 0)
            .OrderByDescending(other => other.Table.Count)
            .Select(other => Open(other.File, other.Table, model, settings))
            .FirstOrDefault(found => found is not null);

    /// <summary>What <see cref="Find"/> will need once there is another.</summary>
    public static string Manifest(EmbeddingSettings settings) =>
        JsonSerializer.Serialize(
            settings with
            {
                Key = "",
                Folder = settings.Folder is "" ? "" : Path.GetFullPath(settings.Folder),
            }
        );

    private static FormerModel? Open(VectorFile file, VectorTable table, EmbeddingModel model, EmbeddingSettings now)
    {
        try
        {
            var kept = JsonSerializer.Deserialize<EmbeddingSettings>(file.Manifest())!;
            var settings = kept with { Key = kept.Address == now.Address ? now.Key : "" };
            var encoder = Encoder.Open(settings);
            if (Encoder.NameOf(encoder, settings) != file.Model)
            {
                encoder.Dispose();
                return null;
            }
            var former = model.Beside(encoder, settings);
            former.Expect(table.Dimensions);
            return new FormerModel(former, table);
        }
        catch (Exception gone)
            when (gone is IOException or UnauthorizedAccessException or InvalidDataException or JsonException)
        {
            // Nobody owes it a place any more: the words answer.
            return null;
        }
    }
}
