using Bupyeong.Chatbot.Catalog;

namespace Bupyeong.Chatbot.Tests.Catalog;

public sealed class CatalogFilesTests : IDisposable
{
    private const string RecordHeader =
        "id,title,subtitle,other_title,volume,series,authors,publisher,year,isbn,kdc,audience,language,format,subjects,"
        + "loans,source\n";
    private const string Tolkien =
        "B1,\"호빗, 다시\",,,,,존 로널드(그림); 이미애(옮김),,2002,9788936433598,843,teen,ko,book,용;모험,7,견본\n";
    private const string HoldingHeader = "barcode,record,branch,room,call_number,status,due_in_days\n";

    private readonly string folder = Directory.CreateTempSubdirectory("csv-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Records_and_copies_are_read()
    {
        var files = Read(Tolkien, "K1,B1,samsan,종합자료실,843 톨,on-loan,3\n");
        var record = Assert.Single(files.Records);
        Assert.Equal("호빗, 다시", record.DisplayTitle);
        Assert.Equal("존 로널드", record.MainAuthor);
        Assert.Equal(["용", "모험"], record.Subjects);
        Assert.Equal((HoldingStatus.OnLoan, 3), (files.Copies[0].Holding.Status, files.Copies[0].DueInDays));
    }

    [Theory]
    [InlineData(
        "B2,책,,,,,,,,9788936433599,,,,,,,\n",
        "",
        "records.csv(3): isbn: '9788936433599' has a wrong check digit"
    )]
    [InlineData("B1,책,,,,,,,,,,,,,,,\n", "", "records.csv(3): id: 'B1' is there twice")]
    [InlineData("B2,,,,,,,,,,,,,,,,\n", "", "records.csv(3): title: is empty")]
    [InlineData("B2,책,,,하나,,,,,,,,,,,,\n", "", "records.csv(3): volume: '하나' is not a whole number")]
    [InlineData("B2,책\n", "", "records.csv(3)")]
    [InlineData("", "K1,B9,samsan,,,available,\n", "holdings.csv(2): record: there is no record 'B9'")]
    [InlineData("", "K1,B1,samsan,,,lost,\n", "holdings.csv(2): status: 'lost' is not a status")]
    [InlineData("", "K1,B1,a,,,available,\nK1,B1,a,,,available,\n", "holdings.csv(3): barcode: 'K1' is there twice")]
    public void What_is_wrong_is_said_with_file_line_and_column(string record, string holding, string message)
    {
        var error = Assert.Throws<InvalidDataException>(() => Read(Tolkien + record, holding));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_column_is_named()
    {
        File.WriteAllText(Path.Combine(folder, "records.csv"), "id,title\nB1,책\n");
        var error = Assert.Throws<InvalidDataException>(() => CatalogFiles.Read(folder));
        Assert.Contains("records.csv(1): the column subtitle is missing", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("978-89-364-3359-8", "9788936433598")]
    [InlineData("8936433598", "9788936433598")]
    [InlineData("080442957X", "9780804429573")]
    [InlineData("9788936433599", null)]
    [InlineData("123", null)]
    public void Both_forms_of_an_ISBN_become_thirteen_digits_or_nothing(string text, string? expected) =>
        Assert.Equal(expected, Isbn.Normalize(text));

    private CatalogFiles Read(string records, string holdings)
    {
        File.WriteAllText(Path.Combine(folder, "records.csv"), RecordHeader + records);
        File.WriteAllText(Path.Combine(folder, "holdings.csv"), HoldingHeader + holdings);
        return CatalogFiles.Read(folder);
    }
}
