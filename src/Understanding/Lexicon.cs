using System.Security.Cryptography;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>The closed lists that understanding rests on, as librarians keep them in dialogs/entities.</summary>
public sealed class Lexicon
{
    private static readonly string[] EntityLists =
    [
        "branches",
        "rooms",
        "audiences",
        "fees",
        EntityFinder.TitlesList,
        EntityFinder.PhrasesList,
        EntityFinder.NoDaysList,
    ];

    private Lexicon(string folder)
    {
        Lists = [.. EntityLists.Select(name => EntityList.Load(FileOf(folder, name)))];
        Languages = new LanguageGuess(NamedLines.Read(FileOf(folder, "languages")));
        Features = new IntentFeatures(
            new Concepts(NamedLines.Read(FileOf(folder, "concepts"))),
            new Initialisms(EntityList.Load(FileOf(folder, "initials")))
        );
        Digest = SHA256.HashData([
            .. EntityLists.Concat(["concepts", "initials"]).SelectMany(name => File.ReadAllBytes(FileOf(folder, name))),
        ]);
    }

    public IReadOnlyList<EntityList> Lists { get; }
    public LanguageGuess Languages { get; }
    internal IntentFeatures Features { get; }

    /// <summary>Changes with everything that training reads from here.</summary>
    internal byte[] Digest { get; }

    /// <summary>Reads the folder; a wrong line is an error with file and line.</summary>
    public static Lexicon Read(string folder) => new(folder);

    private static string FileOf(string folder, string name) => Path.Combine(folder, $"{name}.md");
}
