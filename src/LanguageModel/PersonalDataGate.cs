using System.Text.RegularExpressions;
using Bupyeong.Chatbot.Privacy;

namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>Whether a text may leave the house at all: when in doubt it stays.</summary>
internal sealed partial class PersonalDataGate(Masking masking)
{
    /// <summary>Who has signed in is not spoken of to anybody else, whatever the words are.</summary>
    public bool MayPass(ModelQuestion question) =>
        !question.IsSignedIn
        && IsClean(question.Words)
        && question.Passages.All(passage => !Masking.WasMasked(passage));

    /// <summary>Nothing in it was masked or is to be, and nothing looks like somebody's name, address or number.</summary>
    public bool IsClean(string text) => !HoldsNumber(text) && !PersonalWords.AreIn(text);

    /// <summary>A number of somebody's, an address of their mail, or the place where one was.</summary>
    public bool HoldsNumber(string text) => Masking.WasMasked(text) || masking.Mask(text).IsMasked;

    /// <summary>A text of staff's may have been made of any document, also of a list of people: its rows are read as "성명: …".</summary>
    public bool IsOfPeople(string text) => HoldsNumber(text) || PeopleRow().IsMatch(text);

    public static bool NamesSomebody(string text) => PersonalWords.NameSomebody(text);

    [GeneratedRegex(@"(이름|성함|성명|신청자|신청인|생년월일)\s*[:：]\s*\S")]
    private static partial Regex PeopleRow();
}
