using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bupyeong.Chatbot.Knowledge.Documents;

/// <summary>The footnotes and endnotes (각주, 미주) of a Word document, by the marks in its text.</summary>
internal sealed class WordNotes(MainDocumentPart main)
{
    private readonly ILookup<long?, Footnote> footnotes = (
        main.FootnotesPart?.Footnotes?.Elements<Footnote>() ?? []
    ).ToLookup(note => note.Id?.Value);

    private readonly ILookup<long?, Endnote> endnotes = (
        main.EndnotesPart?.Endnotes?.Elements<Endnote>() ?? []
    ).ToLookup(note => note.Id?.Value);

    /// <summary>The notes that the run has marks of.</summary>
    public IEnumerable<FootnoteEndnoteType> Of(Run run) =>
        run
            .ChildElements.OfType<FootnoteEndnoteReferenceType>()
            .Where(mark => mark.Id is not null)
            .SelectMany(mark =>
                mark is FootnoteReference
                    ? footnotes[mark.Id!.Value].Take(1).Cast<FootnoteEndnoteType>()
                    : endnotes[mark.Id!.Value].Take(1)
            );
}
