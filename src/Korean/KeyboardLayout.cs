using System.Text;

namespace Bupyeong.Chatbot.Korean;

/// <summary>The two-set (두벌식) keyboard: what was meant when the Korean–English key was in the wrong position.</summary>
public static class KeyboardLayout
{
    private const string Latin = "qwertyuiopasdfghjklzxcvbnmQWERTOP";
    private const string Letters = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ";

    /// <summary>Finals that hardly a word outside the dictionary's corners has: the mark of English read as Hangul.</summary>
    private const string RareFinals = "ㄳㄵㄽㄾㄿㅋㅌㅎ";

    /// <summary>English that happens to type whole syllables.</summary>
    private static readonly HashSet<string> English = ["do", "so", "go", "to", "who", "disk", "risk", "the"];

    /// <summary>"eocnf" → "대출".</summary>
    public static string ToHangul(string latin)
    {
        var letters = new StringBuilder(latin.Length);
        foreach (var c in latin)
            letters.Append(LetterOf(c));
        return HangulTyping.Assemble(letters.ToString());
    }

    /// <summary>"ㅗ디ㅣㅐ" → "hello".</summary>
    public static string ToLatin(string hangul)
    {
        var latin = new StringBuilder(hangul.Length * 2);
        foreach (var letter in Hangul.Letters(hangul))
        foreach (var key in HangulTyping.Keys(letter))
            latin.Append(Letters.IndexOf(key) is var at and >= 0 ? Latin[at] : key);
        return latin.ToString();
    }

    /// <summary>Whether Latin letters were meant as Hangul: every word of them types whole, usual syllables.</summary>
    public static bool LooksMistyped(string text)
    {
        var syllables = 0;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Any(Hangul.IsSyllable))
                return false;
            var latin = new string([.. word.Where(char.IsLetter)]);
            if (latin.Length == 0)
                continue;
            if (English.Contains(latin.ToLowerInvariant()) || Syllables(latin) is not { } count)
                return false;
            syllables += count;
        }
        return syllables >= 2;
    }

    private static int? Syllables(string latin)
    {
        var count = 0;
        foreach (var c in ToHangul(latin))
        {
            if (Hangul.IsSyllable(c) && !RareFinals.Contains(Hangul.FinalOf(c)))
                count++;
            else if (c is not ('ㅋ' or 'ㅎ' or 'ㅠ' or 'ㅜ') || count == 0)
                return null;
        }
        return count;
    }

    private static char LetterOf(char key)
    {
        var at = Latin.IndexOf(key);
        if (at < 0)
            at = Latin.IndexOf(char.ToLowerInvariant(key));
        return at < 0 ? key : Letters[at];
    }
}
