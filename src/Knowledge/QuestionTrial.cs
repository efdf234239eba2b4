namespace Bupyeong.Chatbot.Knowledge;

/// <summary>A question that staff wrote, asked of what the library would tell if a draft were published.</summary>
/// <param name="Slug">The entry that it was written for.</param>
/// <param name="AnsweredBy">The entry that would answer it; null when none surely does.</param>
public sealed record TriedQuestion(string Slug, string Question, bool IsCritical, string? AnsweredBy)
{
    public bool Passes => AnsweredBy == Slug;
}

/// <summary>Asks the questions of a draft, and the critical ones of all other entries, before it is published.</summary>
internal static class QuestionTrial
{
    /// <summary>The draft's own questions first; of the others those that it would take from their entries.</summary>
    public static IReadOnlyList<TriedQuestion> Try(this KnowledgeBase current, KnowledgeEntry draft, DateOnly day)
    {
        using var trial = current.With(draft);
        var own = draft.AllQuestions.Select(question => Ask(trial, draft, question, day));
        var others = current
            .On(day)
            .Where(entry => entry.Slug != draft.Slug)
            .SelectMany(entry => entry.CriticalQuestions, (entry, question) => (entry, question))
            .Where(asked => Ask(current, asked.entry, asked.question, day).Passes)
            .Select(asked => Ask(trial, asked.entry, asked.question, day))
            .Where(tried => !tried.Passes);
        return [.. own, .. others];
    }

    /// <summary>Questions that nobody has written yet, asked of the edition with the draft.</summary>
    public static IReadOnlyList<TriedQuestion> Ask(
        this KnowledgeBase current,
        KnowledgeEntry draft,
        IEnumerable<string> questions,
        DateOnly day
    )
    {
        using var trial = current.With(draft);
        return [.. questions.Select(question => Ask(trial, draft, question, day))];
    }

    private static TriedQuestion Ask(KnowledgeBase knowledge, KnowledgeEntry entry, Question question, DateOnly day)
    {
        // An entry of one branch is asked about there.
        var branch = entry.Branches is [var only] && only != KnowledgeEntry.AllBranches ? only : null;
        var answer = knowledge.Ask(question, day, asked: new RuleCase(branch));
        return new(entry.Slug, question.Text, entry.CriticalQuestions.Contains(question.Text), answer?.Entry.Slug);
    }
}
