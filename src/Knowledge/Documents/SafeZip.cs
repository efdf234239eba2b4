using System.Buffers;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Bupyeong.Chatbot.Knowledge.Documents;

/// <summary>A document that is a ZIP file, opened once every part of it was unpacked and found to be within the limits.</summary>
internal sealed class SafeZip : IDisposable
{
    private const int Piece = 80 * 1024;
    private static readonly SearchValues<byte> BeforeXml = SearchValues.Create([
        0xEF,
        0xBB,
        0xBF,
        0xFF,
        0xFE,
        0,
        .. " \t\r\n"u8,
    ]);

    private readonly ZipArchive archive;

    private SafeZip(byte[] bytes) => archive = new ZipArchive(new MemoryStream(bytes, writable: false));

    public IEnumerable<string> Names => archive.Entries.Select(entry => entry.FullName);

    /// <exception cref="InvalidDataException">Says what is wrong with the file.</exception>
    public static SafeZip Open(byte[] bytes, string ending)
    {
        if (!bytes.AsSpan().StartsWith("PK"u8))
            throw new InvalidDataException(
                "문서 형식이 아니에요. 암호가 걸려 있다면 풀고, 옛 형식이라면 새 형식으로 저장해 주세요."
            );
        var zip = new SafeZip(bytes);
        try
        {
            zip.Measure();
            DocumentKind.CheckParts(ending, [.. zip.Names]);
            return zip;
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

    public XDocument Xml(string name)
    {
        var entry = archive.GetEntry(name) ?? throw new InvalidDataException($"문서 안에 {name} 파일이 없어요.");
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, Settings());
        return XDocument.Load(reader);
    }

    public void Dispose() => archive.Dispose();

    private static XmlReaderSettings Settings() =>
        new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = DocumentLimits.PartBytes,
        };

    /// <summary>What a header claims of sizes is not believed: everything is unpacked and counted.</summary>
    private void Measure()
    {
        if (archive.Entries.Count > DocumentLimits.ZipEntries)
            throw new InvalidDataException($"문서 안의 파일이 {DocumentLimits.ZipEntries:#,0}개보다 많아요.");
        var (names, total, packed) = (new HashSet<string>(StringComparer.OrdinalIgnoreCase), 0L, 0L);
        foreach (var entry in archive.Entries)
        {
            if (!IsPlain(entry.FullName) || !names.Add(entry.FullName))
                throw new InvalidDataException($"문서 안의 파일 이름이 이상해요: {Shown(entry.FullName)}");
            packed += entry.CompressedLength;
            using var stream = entry.Open();
            total = Count(stream, total, packed, entry.FullName);
        }
    }

    /// <summary>Two names for one part, or a way out of the document, are nothing that an office program writes.</summary>
    private static bool IsPlain(string name) =>
        name is not ("" or ['/', ..]) && !name.AsSpan().ContainsAny('\\', ':', '\0') && !name.Split('/').Contains("..");

    private static string Shown(string name) => DocumentText.Line(name.Length > 80 ? name[..80] : name);

    private static long Count(Stream stream, long total, long packed, string name)
    {
        var (buffer, text) = (new byte[Piece], default(MemoryStream));
        for (int read, before = 0; (read = stream.ReadAtLeast(buffer, Piece, throwOnEndOfStream: false)) > 0; )
        {
            total += read;
            if (total > DocumentLimits.UnzippedBytes)
                throw new InvalidDataException("압축을 풀면 너무 커요.");
            if (total > DocumentLimits.ZipRatioFrom && total / DocumentLimits.ZipRatio > packed)
                throw new InvalidDataException("압축률이 지나치게 높아서 열지 않았어요.");
            if (before == 0 && LooksLikeXml(buffer.AsSpan(0, read)))
                text = new MemoryStream();
            text?.Write(buffer, 0, read);
            before += read;
            if (text is not null && before > DocumentLimits.PartBytes)
                throw new InvalidDataException($"문서 안의 {Shown(name)} 파일이 너무 커요.");
        }
        if (text is not null)
            CheckXml(text, name);
        return total;
    }

    /// <summary>Behind a mark of the encoding and spaces, in letters of one or two bytes.</summary>
    private static bool LooksLikeXml(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOfAnyExcept(BeforeXml) is >= 0 and var at && bytes[at] == (byte)'<';

    private static void CheckXml(MemoryStream text, string name)
    {
        text.Position = 0;
        using var reader = XmlReader.Create(text, Settings());
        try
        {
            while (reader.Read())
            {
                if (reader.Depth > DocumentLimits.XmlDepth)
                    throw new InvalidDataException($"문서 안의 {Shown(name)} 파일이 너무 깊이 겹쳐 있어요.");
            }
        }
        catch (XmlException broken)
        {
            var why = broken.Message.Contains("DTD", StringComparison.Ordinal) ? "DTD가 들어 있어요" : "XML이 깨졌어요";
            throw new InvalidDataException($"문서 안의 {Shown(name)} 파일에 {why}({broken.LineNumber}줄).", broken);
        }
    }
}
