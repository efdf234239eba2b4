using System.Collections.Immutable;
using System.Text.Json;

namespace Bupyeong.Chatbot.Tests.Support.Qdrant;

/// <summary>What the double answers instead of a result.</summary>
internal sealed class QdrantRefusal(int status, string error) : Exception(error)
{
    public int Status => status;
}

/// <summary>What the double holds, which outlives its server: collections, aliases and snapshots.</summary>
internal sealed class QdrantStore
{
    private readonly Lock changing = new();
    private ImmutableDictionary<string, QdrantCollection> collections = ImmutableDictionary<
        string,
        QdrantCollection
    >.Empty;
    private ImmutableDictionary<string, QdrantCollection> snapshots = ImmutableDictionary<
        string,
        QdrantCollection
    >.Empty;
    private ImmutableDictionary<string, string> aliases = ImmutableDictionary<string, string>.Empty;

    public IReadOnlyDictionary<string, QdrantCollection> Collections => collections;
    public IReadOnlyDictionary<string, string> Aliases => aliases;

    public void Clear()
    {
        lock (changing)
            (collections, aliases) = (collections.Clear(), aliases.Clear());
    }

    public QdrantCollection Named(string name) =>
        collections.GetValueOrDefault(aliases.GetValueOrDefault(name, name))
        ?? throw new QdrantRefusal(404, $"Not found: Collection `{name}` doesn't exist!");

    /// <summary>The result of a call that the OpenAPI file admits.</summary>
    public object Answer(string method, string template, string[] names, JsonElement body)
    {
        lock (changing)
        {
            var name = names is [var first, ..] ? first : "";
            return (method, template) switch
            {
                ("GET", "/collections") => new
                {
                    collections = collections.Keys.Order().Select(key => new { name = key }),
                },
                ("GET", "/aliases") => new
                {
                    aliases = aliases.Select(a => new { alias_name = a.Key, collection_name = a.Value }),
                },
                ("POST", "/collections/aliases") => ChangeAliases(body),
                ("PUT", "/collections/{collection_name}") => Create(name, body),
                ("DELETE", "/collections/{collection_name}") => Delete(name),
                ("GET", "/collections/{collection_name}/exists") => new { exists = collections.ContainsKey(name) },
                ("PUT", "/collections/{collection_name}/index") => Change(
                    Named(name),
                    collection => Index(collection, body)
                ),
                ("PUT", "/collections/{collection_name}/points") => Change(
                    Named(name),
                    collection => Upsert(collection, body)
                ),
                ("POST", "/collections/{collection_name}/points/count") => new { count = Named(name).Points.Count },
                ("POST", "/collections/{collection_name}/points/query") => new { points = Query(Named(name), body) },
                ("GET", "/collections/{collection_name}/snapshots") => Snapshots(Named(name).Name),
                ("POST", "/collections/{collection_name}/snapshots") => Snapshot(Named(name)),
                ("PUT", "/collections/{collection_name}/snapshots/recover") => Recover(name, body),
                _ => throw new QdrantRefusal(404, $"The double does not play {method} {template}."),
            };
        }
    }

    private bool Create(string name, JsonElement body)
    {
        if (collections.ContainsKey(name) || aliases.ContainsKey(name))
            throw new QdrantRefusal(409, $"Wrong input: Collection `{name}` already exists!");
        collections = collections.Add(name, new QdrantCollection(name, body));
        return true;
    }

    private bool Delete(string name)
    {
        var was = collections.ContainsKey(name);
        collections = collections.Remove(name);
        aliases = aliases.RemoveRange(aliases.Where(alias => alias.Value == name).Select(alias => alias.Key));
        return was;
    }

    private bool ChangeAliases(JsonElement body)
    {
        var changed = aliases;
        foreach (var action in body.GetProperty("actions").EnumerateArray())
        {
            if (action.TryGetProperty("delete_alias", out var gone))
                changed = changed.Remove(gone.GetProperty("alias_name").GetString()!);
            if (!action.TryGetProperty("create_alias", out var made))
                continue;
            var (alias, name) = (
                made.GetProperty("alias_name").GetString()!,
                made.GetProperty("collection_name").GetString()!
            );
            if (!collections.ContainsKey(name))
                throw new QdrantRefusal(404, $"Not found: Collection `{name}` doesn't exist!");
            if (collections.ContainsKey(alias))
                throw new QdrantRefusal(409, $"Wrong input: Collection `{alias}` already exists!");
            changed = changed.SetItem(alias, name);
        }
        aliases = changed;
        return true;
    }

    private object Change(QdrantCollection collection, Func<QdrantCollection, QdrantCollection> change)
    {
        collections = collections.SetItem(collection.Name, change(collection));
        return new { operation_id = 1, status = "completed" };
    }

    private static QdrantCollection Index(QdrantCollection collection, JsonElement body) =>
        collection with
        {
            Indexed = collection.Indexed.SetItem(
                body.GetProperty("field_name").GetString()!,
                body.GetProperty("field_schema").GetString()!
            ),
        };

    private static QdrantCollection Upsert(QdrantCollection collection, JsonElement body)
    {
        var points = body.GetProperty("points").EnumerateArray().Select(QdrantPoint.Of).ToList();
        foreach (var vector in points.SelectMany(point => point.Vectors.EnumerateObject()))
        {
            var kind = vector.Value.ValueKind is JsonValueKind.Array ? "vectors" : "sparse_vectors";
            if (!collection.Config.GetProperty(kind).TryGetProperty(vector.Name, out var known))
                throw new QdrantRefusal(400, $"Wrong input: Not existing vector name error: {vector.Name}");
            if (kind == "vectors" && known.GetProperty("size").GetInt32() != vector.Value.GetArrayLength())
                throw new QdrantRefusal(400, "Wrong input: Vector dimension error");
        }
        return collection with
        {
            Points = collection.Points.SetItems(points.Select(p => KeyValuePair.Create(p.Id, p))),
        };
    }

    private static IEnumerable<object> Query(QdrantCollection collection, JsonElement body) =>
        collection
            .Find(body)
            .Select(hit => new
            {
                id = hit.Point.Id,
                version = 0,
                score = hit.Score,
            });

    private object Snapshot(QdrantCollection collection)
    {
        var name = $"{collection.Name}-1-2026-11-24-10-00-{snapshots.Count:00}.snapshot";
        snapshots = snapshots.Add($"{collection.Name}/{name}", collection);
        return Described(name);
    }

    private IEnumerable<object> Snapshots(string collection) =>
        snapshots.Where(s => s.Value.Name == collection).Select(s => Described(s.Key.Split('/')[1]));

    private static object Described(string name) =>
        new
        {
            name,
            creation_time = "2026-11-24T10:00:00",
            size = 1024,
        };

    private bool Recover(string name, JsonElement body)
    {
        var location = body.GetProperty("location").GetString()!;
        const string Folder = "file:///qdrant/snapshots/";
        var known = location.StartsWith(Folder, StringComparison.Ordinal) ? location[Folder.Length..] : location;
        if (!snapshots.TryGetValue(known, out var snapshot))
            throw new QdrantRefusal(400, $"Wrong input: Snapshot file {location} does not exist");
        collections = collections.SetItem(name, snapshot with { Name = name });
        return true;
    }
}
