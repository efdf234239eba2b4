using Bupyeong.Chatbot.Catalog;
using Bupyeong.Chatbot.Knowledge;
using Bupyeong.Chatbot.Programs;
using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>The slices with their words: read, checked against one another, and learned from.</summary>
public static class DialogsRoom
{
    /// <summary>An entry that is asked in many ways would drown the dialogs; its questions further down find only the entry.</summary>
    private const int MostTaught = 25;

    public static void AddDialogs(this IServiceCollection services, string contentRoot, string data)
    {
        var folder = Path.Combine(contentRoot, "dialogs");
        var files = DialogFile.ReadAll(folder);
        DialogCheck.Run(files, DialogSet.Table);
        var words = new ReplyWriter(
            files.SelectMany(file => file.Replies),
            Names(Path.Combine(folder, "entities", "names"))
        );
        // Compiling the words takes as long as learning the examples: both begin at once.
        var check = Task.Run(() => words.Check(Path.Combine(data, "models")));
        services.AddWords(Path.Combine(folder, "entities"));
        foreach (var dialog in DialogSet.Table.Values)
            services.AddSingleton(dialog);
        services
            .AddSingleton(_ => Checked(words, check))
            .AddSingleton<IReadOnlyList<TrainingExample>>(provider =>
                Examples(files, provider.GetRequiredService<PublishedKnowledge>().Current.Entries)
            )
            .AddSingleton(provider => Recognizer(provider, data))
            .AddSingleton<Evidence>()
            .AddSingleton<TwoWishes>()
            .AddSingleton<DialogChooser>()
            .AddSingleton<AskingWords>()
            .AddSingleton<SecondReading>()
            .AddSingleton<DialogSet>()
            .AddSingleton<HoursWords>()
            .AddSingleton<HoursAnswers>()
            .AddSingleton<NearestBranch>()
            .AddSingleton<ProgramCard>()
            .AddSingleton(ProgramSearch)
            .AddSingleton<FilingTalk>()
            .AddSingleton<BookList>()
            .AddSingleton<Families>()
            .AddSingleton<RelatedAnswers>()
            .AddSingleton<BookReader>()
            .AddSingleton<BookDescription>()
            .AddSingleton<ProgramsSpokenOf>()
            .AddSingleton<BookShelf>()
            .AddSingleton<Pointing>()
            .AddSingleton<BookToReserve>();
    }

    private static ReplyWriter Checked(ReplyWriter words, Task check)
    {
        check.GetAwaiter().GetResult();
        return words;
    }

    /// <summary>The lists by which sentences are understood: one file of dialogs/entities for each.</summary>
    private static void AddWords(this IServiceCollection services, string folder) =>
        services
            .AddSingleton(AnswerWords.Read(folder))
            .AddSingleton(DoubtWords.Read(folder))
            .AddSingleton(Cues.Read(Path.Combine(folder, "cues")))
            .AddSingleton(WishWords.Read(Path.Combine(folder, "wishes.md")))
            .AddSingleton(Lexicon.Read(folder))
            .AddSingleton(PlainSpeech.Read(Path.Combine(folder, "plain-words.md")))
            .AddSingleton(new Notices(NamedLines.Read(Path.Combine(folder, "notices.md"))));

    /// <summary>How each language calls what has a Korean name: one file for each.</summary>
    public static ProperNames Names(string folder) =>
        new(
            Directory
                .EnumerateFiles(folder, "*.md")
                .ToDictionary(
                    file => Path.GetFileNameWithoutExtension(file),
                    file =>
                        (IReadOnlyDictionary<string, string>)
                            NamedLines.Read(file).ToDictionary(line => line.Name, line => line.Text)
                )
        );

    /// <summary>The examples of the dialogs, and the questions that the rules were written for.</summary>
    internal static IReadOnlyList<TrainingExample> Examples(
        IEnumerable<DialogFile> files,
        IEnumerable<KnowledgeEntry> entries
    )
    {
        // Versions of one entry share most of their questions; a notice is gone before it could be learnt again.
        var rules = entries.Where(entry => entry.SpecialHours is null).GroupBy(entry => entry.Slug).ToList();
        var dialogs = files.ToList();
        return
        [
            .. dialogs.SelectMany(file => file.Taught),
            .. dialogs.Select(file => file.Language).Distinct().SelectMany(language => rules.SelectMany(Of(language))),
        ];

        static Func<IEnumerable<KnowledgeEntry>, IEnumerable<TrainingExample>> Of(string language) =>
            versions =>
                versions
                    .SelectMany(entry => entry.QuestionsIn(language))
                    .Distinct()
                    .Take(MostTaught)
                    .Select(question => new TrainingExample(question, DialogSet.NameOf(typeof(LibraryRule)), language));
    }

    /// <summary>What residents say about programs tells how one asks from what one asks for.</summary>
    private static ProgramSearch ProgramSearch(IServiceProvider provider) =>
        new(
            provider.GetRequiredService<ProgramCalendar>().Plans,
            provider
                .GetRequiredService<IReadOnlyList<TrainingExample>>()
                .Where(example => example is { Language: LanguageGuess.Korean, Intent: "find-program" })
                .Select(example => example.Text),
            provider.GetRequiredService<Korean.Synonyms>()
        );

    private static Recognizer Recognizer(IServiceProvider provider, string data) =>
        Understanding.Recognizer.Build(
            provider.GetRequiredService<IReadOnlyList<TrainingExample>>(),
            provider.GetRequiredService<Lexicon>(),
            Path.Combine(data, "models"),
            provider.GetRequiredService<ILogger<Recognizer>>(),
            provider.GetRequiredService<LibraryCatalog>().Titles
        );
}
