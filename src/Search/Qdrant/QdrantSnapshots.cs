namespace Bupyeong.Chatbot.Search.Qdrant;

/// <summary>Copies of our collections that Qdrant keeps beside its storage, on the node that is asked.</summary>
internal sealed class QdrantSnapshots(QdrantCollections collections)
{
    /// <summary>One copy of every collection that is searched.</summary>
    public IEnumerable<string> Create() =>
        collections
            .Aliases()
            .Select(alias =>
                $"{alias.CollectionName}/"
                + collections
                    .Client.Tell<SnapshotDescription>(HttpMethod.Post, $"{PathOf(alias.CollectionName)}?wait=true")
                    .Name
            );

    /// <summary>The copies of the collections that are searched, by the names under which they are restored.</summary>
    public IEnumerable<(string Name, SnapshotDescription Snapshot)> All() =>
        from alias in collections.Aliases()
        from snapshot in collections.Client.Ask<List<SnapshotDescription>>(HttpMethod.Get, PathOf(alias.CollectionName))
        select ($"{alias.CollectionName}/{snapshot.Name}", snapshot);

    /// <summary>Puts a copy back in the place of its collection, and the collection behind its alias.</summary>
    /// <exception cref="InvalidDataException">There is no collection of ours by that name.</exception>
    public void Restore(string name)
    {
        if (
            name.Split('/') is not [var collection, var snapshot]
            || collections.AliasOfCollection(collection) is not { } alias
        )
            throw new InvalidDataException($"{name}: not a name such as \"search snapshots list\" shows.");
        var location = new Uri($"file://{collections.Options.SnapshotFolder.TrimEnd('/')}/{collection}/{snapshot}");
        var body = new SnapshotRecover(location.AbsoluteUri, "snapshot");
        collections.Client.Tell<bool>(HttpMethod.Put, $"{PathOf(collection)}/recover?wait=true", body);
        collections.PointAt(alias, collection);
    }

    private static string PathOf(string collection) => $"collections/{Uri.EscapeDataString(collection)}/snapshots";
}
