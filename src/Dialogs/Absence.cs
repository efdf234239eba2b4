using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Circulation;
using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Search;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>The library system or the search does not answer, told with the number of a library that does.</summary>
internal static class Absence
{
    public static Reply? Told(Exception failure, ConversationState state, BranchDirectory branches)
    {
        var what = failure switch
        {
            LibrarySystemUnavailableException => "library-down",
            SearchUnavailableException => "search-down",
            _ => null,
        };
        if (what is null)
            return null;
        var spokenOf = state.Slot("branch") is { } code ? branches.Find(code) : null;
        var branch = spokenOf is { Phone: not null } ? spokenOf : branches.Libraries.First();
        return Reply.Say(what, new { branch = branch.Name, phone = branch.Phone });
    }
}
