namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>Whether days, promises, things and deeds of a sentence are those of its passage.</summary>
internal static class TermsCheck
{
    public static Objection Check(SentenceRead sentence, SentenceRead passage, string title)
    {
        var known = passage.Terms.Select(term => term.Term.Code).ToHashSet();
        var entitled = Glossary.In(title, "ko").Select(term => term.Term.Code).ToHashSet();
        foreach (var (term, _) in sentence.Terms)
        {
            var objection = term.Kind switch
            {
                _ when known.Contains(term.Code) => Objection.None,
                TermKind.Day => Objection.UnknownDay,
                TermKind.Duty when sentence.IsTranslated => Objection.NotFromPassage,
                TermKind.Claim or TermKind.OwnDenial => Objection.NotFromPassage,
                TermKind.Thing or TermKind.Act when !entitled.Contains(term.Code) => Objection.NotFromPassage,
                _ => Objection.None,
            };
            if (objection is not Objection.None)
                return objection;
        }
        return !IsInOrder(sentence, passage) ? Objection.UnknownDay
            : IsDeniedOtherwise(sentence, passage) ? Objection.OtherPolarity
            : Objection.None;
    }

    /// <summary>From Tuesday to Friday is not from Friday to Tuesday.</summary>
    private static bool IsInOrder(SentenceRead sentence, SentenceRead passage)
    {
        var known = Days(passage).ToList();
        var said = Days(sentence).Select(day => known.IndexOf(day)).ToList();
        return said.SequenceEqual(said.Order());

        static IEnumerable<string> Days(SentenceRead read) =>
            read
                .Terms.Where(term =>
                    term.Term.Kind is TermKind.Day && term.Term.Code.EndsWith("요일", StringComparison.Ordinal)
                )
                .Select(term => term.Term.Code)
                .Distinct();
    }

    private static bool IsDeniedOtherwise(SentenceRead sentence, SentenceRead passage) =>
        sentence.Acts.Any(said =>
            passage.Acts.Where(act => act.Term == said.Term).ToList() is { Count: > 0 } same
            && same.TrueForAll(act => act.IsDenied != said.IsDenied)
        );
}
