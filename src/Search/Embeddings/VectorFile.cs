using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace Bupyeong.Chatbot.Search.Embeddings;

/// <summary>
/// The vectors of one model on the disk, so that no text is embedded twice. Each is written with a checksum behind those
/// before it: what a crash tore is cut off and embedded again.
/// </summary>
internal sealed class VectorFile(string folder, string model)
{
    private const string Ending = ".vectors";
    private const string ManifestEnding = ".json";
    private const int KeyBytes = 16;
    private const int SumBytes = 8;
    private const int MostDimensions = 1 << 16;
    private static readonly byte[] Beginning = "BPVEC001"u8.ToArray();

    private readonly string path = Path.Combine(folder, model + Ending);

    private readonly string manifest = Path.Combine(folder, model + ManifestEnding);

    private long whole;
    private int expected;

    public string Model => model;

    /// <summary>How many vectors it holds, also of texts that nobody asks for any more.</summary>
    public int Rows { get; private set; }

    /// <summary>What models before this one have left.</summary>
    public IEnumerable<VectorFile> Others() =>
        Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder, "*" + Ending)
                .Where(other => other != path)
                .Select(other => new VectorFile(folder, Path.GetFileNameWithoutExtension(other)))
            : [];

    /// <summary>What was written beside it of how its model is asked.</summary>
    public string Manifest() => File.ReadAllText(manifest);

    /// <summary>What is there and whole; empty when there is no such file, it is another's or has other dimensions (0: any).</summary>
    public VectorTable Read(int dimensions)
    {
        expected = dimensions;
        return Read();
    }

    private VectorTable Read()
    {
        (whole, Rows) = (0, 0);
        if (!File.Exists(path))
            return VectorTable.Empty;
        using var file = new FileStream(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete,
            1 << 20
        );
        var header = new byte[HeaderOf(0).Length];
        if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
            return VectorTable.Empty;
        var dimensions = BitConverter.ToInt32(header, Beginning.Length);
        if (dimensions is < 1 or > MostDimensions || (expected > 0 && expected != dimensions))
            return VectorTable.Empty;
        if (!header.AsSpan().SequenceEqual(HeaderOf(dimensions)))
            return VectorTable.Empty;
        var record = new byte[KeyBytes + sizeof(float) * dimensions + SumBytes];
        whole = header.Length;
        // Read twice, the second time only what was seen to be whole, so that the table has no gaps.
        while (Next(file, record))
            (whole, Rows) = (whole + record.Length, Rows + 1);
        file.Position = header.Length;
        return VectorTable.Filled(
            dimensions,
            Rows,
            place =>
            {
                file.ReadExactly(record);
                MemoryMarshal.Cast<byte, float>(record.AsSpan(KeyBytes..^SumBytes)).CopyTo(place);
                return MemoryMarshal.Read<UInt128>(record);
            }
        );
    }

    /// <summary>Nobody else writes until it is disposed; null when another process does.</summary>
    public Writer? Open()
    {
        Directory.CreateDirectory(folder);
        FileStream mine;
        try
        {
            mine = new FileStream(
                Path.Combine(folder, "embeddings.lock"),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
        }
        catch (IOException)
        {
            return null;
        }
        // Another process may have written since it was read.
        if (File.Exists(path) && new FileInfo(path).Length != whole)
            Read();
        return new Writer(this, mine);
    }

    private static bool Next(FileStream file, byte[] record) =>
        file.ReadAtLeast(record, record.Length, throwOnEndOfStream: false) == record.Length
        && XxHash3.HashToUInt64(record.AsSpan(..^SumBytes)) == BitConverter.ToUInt64(record, record.Length - SumBytes);

    private byte[] HeaderOf(int dimensions) =>
        [.. Beginning, .. BitConverter.GetBytes(dimensions), .. Encoding.ASCII.GetBytes(model)];

    private static byte[] RecordOf(UInt128 key, ReadOnlySpan<float> vector)
    {
        var record = new byte[KeyBytes + sizeof(float) * vector.Length + SumBytes];
        MemoryMarshal.Write(record, key);
        MemoryMarshal.AsBytes(vector).CopyTo(record.AsSpan(KeyBytes));
        BitConverter.TryWriteBytes(record.AsSpan(^SumBytes..), XxHash3.HashToUInt64(record.AsSpan(..^SumBytes)));
        return record;
    }

    /// <summary>The one who may write.</summary>
    internal sealed class Writer(VectorFile vectors, FileStream mine) : IDisposable
    {
        public void Append(IEnumerable<(UInt128 Key, float[] Vector)> fresh)
        {
            using var file = new FileStream(
                vectors.path,
                FileMode.OpenOrCreate,
                FileAccess.Write,
                FileShare.ReadWrite | FileShare.Delete
            );
            file.SetLength(Math.Min(file.Length, vectors.whole));
            file.Position = file.Length;
            foreach (var (key, vector) in fresh)
            {
                if (file.Position == 0)
                    file.Write(vectors.HeaderOf(vector.Length));
                file.Write(RecordOf(key, vector));
                vectors.Rows++;
            }
            vectors.whole = file.Position;
        }

        /// <summary>Only these from now on, and nothing of other models.</summary>
        public void Keep(VectorTable table)
        {
            var next = vectors.path + ".new";
            using (var file = new FileStream(next, FileMode.Create, FileAccess.Write))
            {
                file.Write(vectors.HeaderOf(table.Dimensions));
                foreach (var key in table.Keys)
                    file.Write(RecordOf(key, table.At(table.RowOf(key)!.Value)));
                (vectors.whole, vectors.Rows) = (file.Position, table.Count);
            }
            File.Move(next, vectors.path, overwrite: true);
        }

        /// <summary>How the model is asked, for the time when there is another.</summary>
        public void Remember(string asked)
        {
            File.WriteAllText(vectors.manifest + ".new", asked);
            File.Move(vectors.manifest + ".new", vectors.manifest, overwrite: true);
        }

        /// <summary>What other models left is of no use any more.</summary>
        public void ClearOthers()
        {
            foreach (var other in vectors.Others())
            {
                File.Delete(other.path);
                File.Delete(other.manifest);
            }
        }

        public void Dispose() => mine.Dispose();
    }
}
