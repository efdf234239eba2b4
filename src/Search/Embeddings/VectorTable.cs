namespace Bupyeong.Chatbot.Search.Embeddings;

/// <summary>Vectors of length one by the hash of their text, one after another in one array.</summary>
internal sealed class VectorTable
{
    public static readonly VectorTable Empty = new(0, [], []);

    private readonly Dictionary<UInt128, int> rows;
    private readonly float[] values;

    private VectorTable(int dimensions, Dictionary<UInt128, int> rows, float[] values)
    {
        Dimensions = dimensions;
        this.rows = rows;
        this.values = values;
    }

    public int Dimensions { get; }
    public int Count => rows.Count;
    public IEnumerable<UInt128> Keys => rows.Keys;

    /// <summary>Places for so many rows; of each place the key is returned once its vector has been written.</summary>
    public static VectorTable Filled(int dimensions, int count, Func<Span<float>, UInt128> next)
    {
        var rows = new Dictionary<UInt128, int>(count);
        var values = new float[checked(dimensions * count)];
        for (var row = 0; row < count; row++)
            rows[next(values.AsSpan(row * dimensions, dimensions))] = row;
        return new VectorTable(dimensions, rows, values);
    }

    public int? RowOf(UInt128 key) => rows.TryGetValue(key, out var row) ? row : null;

    public ReadOnlySpan<float> At(int row) => values.AsSpan(row * Dimensions, Dimensions);

    /// <summary>These texts in their order, as far as they are here or among the fresh ones.</summary>
    public VectorTable With(IReadOnlyDictionary<UInt128, float[]> fresh, IEnumerable<UInt128> wanted)
    {
        UInt128[] keys = [.. wanted.Distinct().Where(key => fresh.ContainsKey(key) || rows.ContainsKey(key))];
        var dimensions = Dimensions > 0 ? Dimensions : fresh.Values.FirstOrDefault()?.Length ?? 0;
        var at = 0;
        return Filled(
            dimensions,
            keys.Length,
            place =>
            {
                var key = keys[at++];
                (fresh.TryGetValue(key, out var vector) ? vector : At(rows[key])).CopyTo(place);
                return key;
            }
        );
    }
}
