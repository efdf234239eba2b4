using System.Text;

namespace Bupyeong.Chatbot.Knowledge.Documents;

/// <summary>What a file is, where its name says something else or a lock is on it.</summary>
internal static class DocumentKind
{
    private static readonly (string Ending, string Part)[] Zipped =
    [
        (".docx", "word/document.xml"),
        (".xlsx", "xl/workbook.xml"),
        (".hwpx", "Contents/section0.xml"),
    ];

    private static readonly byte[] Locked = Encoding.Unicode.GetBytes("EncryptedPackage");
    private static readonly byte[] Hwp = Encoding.Unicode.GetBytes("HwpSummaryInformation");

    /// <exception cref="InvalidDataException">Says what the file is, and what to do with it.</exception>
    public static void Check(string ending, ReadOnlySpan<byte> bytes)
    {
        if (bytes is [])
            throw new InvalidDataException("빈 파일이에요.");
        if (bytes is [0xD0, 0xCF, 0x11, 0xE0, ..])
            throw new InvalidDataException(
                bytes.IndexOf(Locked) >= 0 ? "암호가 걸려 있어요. 암호를 풀고 저장해 주세요."
                : bytes.IndexOf(Hwp) >= 0 ? "이름과 달리 HWP 문서예요. 한글에서 HWPX로 저장해 주세요."
                : "옛 형식(.doc, .xls, .hwp)이에요. 새 형식(.docx, .xlsx, .hwpx)으로 저장해 주세요."
            );
        if (ending is not ".pdf" && bytes.StartsWith("%PDF-"u8))
            throw Renamed(".pdf");
        if (!Array.Exists(Zipped, kind => kind.Ending == ending) && bytes.StartsWith("PK\u0003\u0004"u8))
            throw new InvalidDataException(
                "이름과 달리 압축된 문서예요(.docx, .xlsx, .hwpx). 이름 끝을 맞게 바꿔 주세요."
            );
    }

    /// <exception cref="InvalidDataException">Says what the document is by the files in it.</exception>
    public static void CheckParts(string ending, IReadOnlyCollection<string> parts)
    {
        var found = Array.FindAll(Zipped, kind => parts.Contains(kind.Part));
        if (found is [var real, ..] && !Array.Exists(found, kind => kind.Ending == ending))
            throw Renamed(real.Ending);
    }

    private static InvalidDataException Renamed(string real) =>
        new($"이름과 달리 {real} 문서예요. 이름 끝을 {real}로 바꿔 주세요.");
}
