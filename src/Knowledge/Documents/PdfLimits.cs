using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Bupyeong.Chatbot.Knowledge.Documents;

/// <summary>The unpacking of a PDF's streams, of which none and all together are not larger than they may be.</summary>
internal sealed class PdfLimits : IFilterProvider
{
    private const long AllBytes = 1024L * 1024 * 1024;

    /// <summary>How many times larger the old ways of packing can make a byte.</summary>
    private const int LzwGrowth = 2_700;
    private const int RunLengthGrowth = 64;

    private readonly IFilterProvider filters = DefaultFilterProvider.Instance;
    private long unpacked;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Limited(filters.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) =>
        Limited(filters.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Limited(filters.GetAllFilters());

    private List<IFilter> Limited(IReadOnlyList<IFilter> found) => [.. found.Select(filter => new Limit(filter, this))];

    private void Count(long bytes)
    {
        unpacked += bytes;
        if (bytes > DocumentLimits.PartBytes || unpacked > AllBytes)
            throw new DocumentTooLargeException();
    }

    private sealed class Limit(IFilter filter, PdfLimits limits) : IFilter
    {
        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(
            Memory<byte> input,
            DictionaryToken streamDictionary,
            IFilterProvider filterProvider,
            int filterIndex
        )
        {
            limits.Count(SizeOf(input));
            return filter.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        /// <summary>Measured before the library makes room for it; what cannot be unpacked is the library's to tell.</summary>
        private long SizeOf(Memory<byte> input)
        {
            if (filter is not FlateFilter)
                return input.Length
                    * (
                        filter is LzwFilter ? LzwGrowth
                        : filter is RunLengthFilter ? RunLengthGrowth
                        : 1L
                    );
            var (size, buffer) = (0L, new byte[64 * 1024]);
            try
            {
                using var stream = new ZLibStream(
                    new MemoryStream(input.ToArray(), writable: false),
                    CompressionMode.Decompress
                );
                while (size <= DocumentLimits.PartBytes && stream.Read(buffer) is > 0 and var read)
                    size += read;
            }
            catch (InvalidDataException) { }
            return size;
        }
    }
}

/// <summary>What is packed in a document would take more room than it may.</summary>
internal sealed class DocumentTooLargeException() : Exception("압축을 풀면 너무 커요.");
