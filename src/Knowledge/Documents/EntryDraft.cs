using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Bupyeong.Chatbot.Branches;

namespace Bupyeong.Chatbot.Knowledge.Documents;

/// <summary>A section of a document as the text of a draft, under a name that stays while its heading does.</summary>
internal static partial class EntryDraft
{
    private const int LongestStem = 40;
    private const int HashLength = 10;

    /// <summary>Named by the file's letters, as far as they are Latin, and by a hash of file and heading.</summary>
    public static string SlugOf(string file, string heading)
    {
        var stem = NotInSlug().Replace(Path.GetFileNameWithoutExtension(file).ToLowerInvariant(), "-").Trim('-');
        stem = stem.Length > LongestStem ? stem[..LongestStem].Trim('-') : stem;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{file}\n{heading}"));
        return $"{(stem.Length > 0 ? stem : "document")}-{Convert.ToHexStringLower(hash)[..HashLength]}";
    }

    public static string TextOf(string file, string slug, DocumentSection section, DateOnly from)
    {
        var source = section.Place.Length > 0 ? $"{file} {section.Place}" : file;
        var questions = section.Questions.Select(question => $"  - {DataFile.Quoted(question)}\n");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            ---
            title: {DataFile.Quoted(section.Title)}
            slug: {slug}
            audience: [everyone]
            branches: [all]
            effective_from: {from:yyyy-MM-dd}
            effective_to:
            owner: 담당을 적어 주세요
            source: {DataFile.Quoted(source)}
            status: draft
            questions:
            {string.Concat(questions)}---
            {Body(section.Body)}

            """
        );
    }

    /// <summary>Two drafts of one section differ at most in the place that they name as their source.</summary>
    public static bool SaysTheSame(string draft, string other) =>
        Source().Replace(draft, "", 1) == Source().Replace(other, "", 1);

    /// <summary>A line that would begin the same in easy words (## plain) is one of the text.</summary>
    private static string Body(string body) => PlainHeading().Replace(body, "＃＃ plain");

    [GeneratedRegex("^source: .*$", RegexOptions.Multiline)]
    private static partial Regex Source();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotInSlug();

    [GeneratedRegex(@"^[^\S\n]*## plain[^\S\n]*$", RegexOptions.Multiline)]
    private static partial Regex PlainHeading();
}
