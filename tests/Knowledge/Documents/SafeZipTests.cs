using System.IO.Compression;
using System.Text;

namespace Bupyeong.Chatbot.Tests.Knowledge.Documents;

/// <summary>Documents that are packed to do harm, by the way of .docx, .xlsx and .hwpx alike.</summary>
public sealed class SafeZipTests : IAsyncDisposable
{
    private readonly LibraryDocuments library = new();

    public static TheoryData<string> Formats => ["a.docx", "a.xlsx", "a.hwpx"];

    public async ValueTask DisposeAsync() => await library.DisposeAsync();

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task What_is_packed_too_tightly_is_not_unpacked_to_its_end(string name) =>
        Assert.Equal(
            "압축률이 지나치게 높아서 열지 않았어요.",
            await library.Refused(name, LibraryDocuments.Zip(("word/document.xml", new byte[64 * 1024 * 1024])))
        );

    [Fact]
    public async Task A_header_that_lies_about_the_size_is_not_believed()
    {
        var bytes = LibraryDocuments.Zip(("Contents/section0.xml", new byte[64 * 1024 * 1024]));
        // The length before packing stands in the list at the end, 24 bytes behind its mark.
        var list = bytes.AsSpan().LastIndexOf("PK\x01\x02"u8);
        BitConverter.TryWriteBytes(bytes.AsSpan(list + 24), 100);

        Assert.NotEmpty(await library.Refused("a.hwpx", bytes));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("..\\a.xml")]
    [InlineData("C:/a.xml")]
    public async Task A_name_that_leads_out_of_the_document_is_refused(string part) =>
        Assert.StartsWith(
            "문서 안의 파일 이름이 이상해요",
            await library.Refused("a.docx", LibraryDocuments.Zip((part, "a"))),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Two_parts_of_one_name_are_refused() =>
        Assert.StartsWith(
            "문서 안의 파일 이름이 이상해요",
            await library.Refused("a.docx", LibraryDocuments.Zip(("a.xml", "<a/>"), ("A.xml", "<b/>"))),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Ten_thousand_parts_are_too_many() =>
        Assert.Equal(
            "문서 안의 파일이 10,000개보다 많아요.",
            await library.Refused(
                "a.docx",
                LibraryDocuments.Zip([.. Enumerable.Range(0, 10_001).Select(number => ($"{number}", ""))])
            )
        );

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_definition_of_entities_is_refused_before_it_grows_or_fetches_anything(string name)
    {
        const string Laughs =
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"ㅋㅋ\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]><a>&b;&c;</a>";
        var why = await library.Refused(
            name,
            LibraryDocuments.Zip(("word/document.xml", Laughs), ("Contents/section0.xml", Laughs))
        );
        Assert.Contains("DTD", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Definitions_are_found_in_wide_letters_too()
    {
        var wide = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("<!DOCTYPE a []><a/>")).ToArray();
        Assert.Contains(
            "DTD",
            await library.Refused("a.docx", LibraryDocuments.Zip(("any.bin", wide))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Elements_within_elements_without_end_are_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 5_000)) + string.Concat(Enumerable.Repeat("</a>", 5_000));
        Assert.Contains(
            "깊이",
            await library.Refused("a.docx", LibraryDocuments.Zip(("word/document.xml", deep))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Half_a_file_is_refused()
    {
        var bytes = LibraryDocuments.Zip(("word/document.xml", "<a/>"));
        Assert.NotEmpty(await library.Refused("a.docx", bytes[..(bytes.Length / 2)]));
        using var zip = new ZipArchive(new MemoryStream(bytes));
        Assert.Single(zip.Entries);
    }
}
