namespace Bupyeong.Chatbot.Knowledge.Documents;

/// <summary>How much of a document is read at most: what is more is refused before it fills the memory.</summary>
internal static class DocumentLimits
{
    public const int FileBytes = 50 * 1024 * 1024;
    public const int Pages = 5_000;
    public const int Rows = 20_000;
    public const int ZipEntries = 10_000;
    public const long UnzippedBytes = 256L * 1024 * 1024;

    /// <summary>Of one XML file within a document, and of one packed stream within a PDF.</summary>
    public const int PartBytes = 48 * 1024 * 1024;

    /// <summary>Honest documents are packed to a tenth or so; nothing is said of what is small anyway.</summary>
    public const int ZipRatio = 200;
    public const long ZipRatioFrom = 8L * 1024 * 1024;

    /// <summary>Deeper XML would be read with a call per level.</summary>
    public const int XmlDepth = 256;
}
