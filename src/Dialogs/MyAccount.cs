using Bupyeong.Chatbot.Circulation;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>내 이용 상태: what was asked first (정지, 권수, 회원증), then what needs attention, and all of it on a card.</summary>
[Says(
    "label",
    "suspended",
    "suspended-overdue",
    "overdue",
    "not-suspended",
    "limits",
    "card-valid",
    "card-ends-soon",
    "card-expired",
    "no-card-date",
    "hold-ban",
    "no-shows",
    "ready",
    "child",
    "card",
    "row-loans",
    "row-holds",
    "row-overdue",
    "row-ready",
    "row-suspension",
    "row-hold-ban",
    "row-card",
    "row-of",
    "row-count",
    "row-until",
    "row-ended",
    "sample"
)]
public sealed class MyAccount(ILibrarySystem library, LoanRulesOn rules, Cues cues, ReplyWriter words) : IDialog
{
    /// <summary>A card that ends within a month is spoken of without being asked.</summary>
    private const int SoonDays = 30;
    private const int MostSaid = 3;

    public async Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.Patron is not { } patron)
            return Reply.SignIn();
        var account = new Account(
            patron,
            await library.LoansOfAsync(patron, cancellation),
            await library.HoldsOfAsync(patron, cancellation),
            rules(turn.Today, new(Audience: patron.Audience)),
            turn.Today
        );
        var names = Asked(turn, account).Concat(Attention(account)).Distinct().Take(MostSaid).ToList();
        var reply = names
            .Skip(1)
            .Aggregate(Reply.Say(names[0], Values(account)), (said, name) => said.And(name, Values(account)));
        return reply.With(Card(account)).Private(account.Loans.Count + account.Holds.Count);
    }

    /// <summary>What the question was about comes first; without a question, how much is left.</summary>
    private List<string> Asked(Turn turn, Account account)
    {
        var asked = new List<string>();
        if (!turn.IsLabel && account.IsBanned && cues.Has(turn.Text, "account", "holds"))
            asked.Add("hold-ban");
        else if (!turn.IsLabel && cues.Has(turn.Text, "account", "suspension"))
            asked.Add(Suspension(account) ?? "not-suspended");
        if (!turn.IsLabel && cues.Has(turn.Text, "account", "card"))
            asked.Add(CardTerm(account));
        if (asked.Count == 0 || cues.Has(turn.Text, "account", "limits"))
            asked.Add("limits");
        return asked;
    }

    private static IEnumerable<string> Attention(Account account)
    {
        if (Suspension(account) is { } suspension)
            yield return suspension;
        if (CardTerm(account) is "card-expired" or "card-ends-soon")
            yield return CardTerm(account);
        if (account.IsBanned)
            yield return "hold-ban";
        if (account.Ready > 0)
            yield return "ready";
        if (!account.IsBanned && account.Patron.NoShows > 0)
            yield return "no-shows";
        if (account.Patron.IsChild)
            yield return "child";
    }

    private static string? Suspension(Account account) =>
        account switch
        {
            { IsSuspended: true, Overdue: > 0 } => "suspended-overdue",
            { IsSuspended: true } => "suspended",
            { Overdue: > 0 } => "overdue",
            _ => null,
        };

    private static string CardTerm(Account account) =>
        account.Patron.CardExpires is not { } expires ? "no-card-date"
        : expires < account.Today ? "card-expired"
        : expires < account.Today.AddDays(SoonDays) ? "card-ends-soon"
        : "card-valid";

    private static object Values(Account account) =>
        new
        {
            overdue = account.Overdue,
            ready = account.Ready,
            loansLeft = account.LoansLeft,
            holdsLeft = account.HoldsLeft,
            until = account.Patron.SuspendedUntil,
            from = account.Patron.SuspendedUntil?.AddDays(1),
            banned = account.Patron.HoldsBannedUntil,
            expires = account.Patron.CardExpires,
            days = account.Patron.CardExpires?.DayNumber - account.Today.DayNumber,
            noShows = account.Patron.NoShows,
            times = account.Rules.HoldNoShowLimit,
        };

    private Card Card(Account account)
    {
        var rows = new List<CardRow>
        {
            Used("row-loans", account.Loans.Count, account.Rules.LoanLimit),
            Used("row-holds", account.Holds.Count, account.Rules.HoldLimit),
        };
        if (account.Overdue > 0)
            rows.Add(new(Print("row-overdue"), Print("row-count", new { count = account.Overdue }), "bad"));
        if (account.Ready > 0)
            rows.Add(new(Print("row-ready"), Print("row-count", new { count = account.Ready }), "good"));
        if (account.IsSuspended)
            rows.Add(
                new(Print("row-suspension"), Print("row-until", new { until = account.Patron.SuspendedUntil }), "bad")
            );
        if (account.IsBanned)
            rows.Add(
                new(Print("row-hold-ban"), Print("row-until", new { until = account.Patron.HoldsBannedUntil }), "bad")
            );
        if (account.Patron.CardExpires is { } expires)
            rows.Add(
                expires < account.Today
                    ? new(Print("row-card"), Print("row-ended", new { expires }), "bad")
                    : new(Print("row-card"), Print("row-until", new { until = expires }), "good")
            );
        return new Card("loan", Print("card")) { Rows = rows, Footnote = library.IsSample ? Print("sample") : null };
    }

    private CardRow Used(string name, int count, int limit) => new(Print(name), Print("row-of", new { count, limit }));

    private string Print(string name, object? values = null) => words.Print($"my-account/{name}", values);

    private sealed record Account(
        Patron Patron,
        IReadOnlyList<Loan> Loans,
        IReadOnlyList<Hold> Holds,
        LoanRules Rules,
        DateOnly Today
    )
    {
        public int Overdue => Loans.Count(loan => loan.IsOverdueOn(Today));
        public int Ready => Holds.Count(hold => hold.State is HoldState.Ready);
        public int LoansLeft => CanBorrow ? Math.Max(0, Rules.LoanLimit - Loans.Count) : 0;
        public int HoldsLeft => CanBorrow && !IsBanned ? Math.Max(0, Rules.HoldLimit - Holds.Count) : 0;
        public bool IsSuspended => Patron.SuspendedUntil >= Today;
        public bool IsBanned => Patron.HoldsBannedUntil >= Today;
        private bool CanBorrow => !IsSuspended && Overdue == 0 && !(Patron.CardExpires < Today);
    }
}
