using System.Text.RegularExpressions;

namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>English, of sentences about a Korean passage.</summary>
internal static partial class EnglishTongue
{
    private const double LeastCommon = 0.25;
    private const double MostUnknown = 0.34;
    private const string Months = "janfebmaraprmayjunjulaugsepoctnovdec";

    private const string Month =
        "(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";

    private const string Spelt =
        "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ](?:one|two|three|four|five|six|seven|eight|nine)|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";

    private const string Units =
        "years? olds?|years? of age|months?(?: olds?| of age)?|years?|weeks?|days?|hours?|minutes?|won|dollars?|books?|volumes?|copies|e-?books|titles|people|persons?|members?|users?|students?|children|readers|guests|times|pages?|sheets?|floors?|percent|%|places|locations|branches|libraries|kits?|items?|requests?|cases?|parcels?|deliver(?:y|ies)|points?";

    private static readonly string[] Teens =
    [
        .. "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".Split(
            ' '
        ),
    ];

    private static readonly string[] Tens = [.. "ten twenty thirty forty fifty sixty seventy eighty ninety".Split(' ')];

    private static readonly HashSet<string> Common =
    [
        .. "a about above after all also an and any are as at be been before between both but by can cannot could do does during each even every for from have has how however i if in instead into is it its may more must need no not of on once one only or other our out please should so than that the their them then there these they this those through to until up usually was we were when where which while who will with within without would you your yours".Split(
            ' '
        ),
    ];

    private static readonly HashSet<string> Words = Tongue.WordsOf(EnglishWords.Common);

    public static readonly Tongue Known = new("en")
    {
        Style = "쉬운 영어",
        Most = (4.2, 30),
        Least = 0.7,
        Numbers = new(Number(), Ahead(), After())
        {
            WordValue = ValueOf,
            Units = NumberWords.UnitsOf(UnitWords),
            Loose = new(
                @"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|dozens?|couple|several|few|pair|half|thirds?|quarters?|double|triple|fortnight\w*|decades?)\b",
                AnyCase
            ),
            Age = Age(),
        },
        Negation = Negation(),
        ClauseEnd = ClauseEnd(),
        But = new(@"\b(?:but|however)\b", AnyCase),
        Name = Name(),
        Openers = Words,
        IsPlain = IsPlain,
        IsWritten = IsWritten,
    };

    private const string UnitWords =
        "age: year old, years old, year olds, years olds, year of age, years of age; month: month, months, month old, months old, month olds, month of age, months of age; year: year, years; week: week, weeks; day: day, days; hour: hour, hours; minute: minute, minutes; book: book, books, volume, volumes, copies, ebooks, e-books, titles; person: people, person, persons, member, members, user, users, student, students, children, readers, guests; time: time, times, once, twice; won: won, krw, ₩; sheet: page, pages, sheet, sheets; floor: floor, floors; %: percent; place: places, locations, branches, libraries; item: kit, kits, item, items; case: request, requests, case, cases, parcel, parcels, delivery, deliveries";

    /// <summary>Plain letters, and enough of the small words without which no English sentence is.</summary>
    private static bool IsWritten(string text)
    {
        var words = Word().Matches(text.ToLowerInvariant()).Select(word => word.Value).ToList();
        return text.All(letter => !char.IsLetter(letter) || char.IsAscii(letter))
            && words.Count > 2
            && words.Count(Common.Contains) >= words.Count * LeastCommon;
    }

    private static bool IsPlain(string rest)
    {
        var words = Word().Matches(rest.ToLowerInvariant()).Select(word => word.Value).ToList();
        return words.Count(word => !Words.Contains(word)) <= words.Count * MostUnknown;
    }

    private static decimal ValueOf(string word) =>
        word switch
        {
            "once" => 1,
            "twice" => 2,
            "thousand" => 1000,
            "hundred" => 100,
            "million" => 1_000_000,
            _ when Array.IndexOf(Teens, word) is >= 0 and var one => one + 1,
            _ when Array.IndexOf(Tens, word) is >= 0 and var ten => (ten + 1) * 10,
            _ when word.Split('-', ' ') is [var tens, var ones] => ValueOf(tens) + ValueOf(ones),
            _ => Months.IndexOf(word[..3], StringComparison.Ordinal) / 3 + 1,
        };

    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // Up to two words stand between a number and what it counts: "3 new books".
    private static Regex Number() =>
        new(
            @"\b(?-i:"
                + Month
                + @")\.? (?:the )?(?<day>\d{1,2})(?:st|nd|rd|th)?\b|\b(?<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?-i:"
                + Month
                + ")"
                + @"|(?<=\b(?:in|of|until|from|every) )(?-i:"
                + Month
                + @")\b"
                + @"|\b(?<noon>noon)\b|\b(?<midnight>midnight)\b|(?<![\d.,:])(?:(?<hour>\d{1,2})(?::(?<minute>\d\d))? ?(?:(?<early>a\.?m\b\.?)|(?<night>p\.?m\.?(?= at night))|(?<late>p\.?m\b\.?)|o'?clock)|(?<hour>\d{1,2}):(?<minute>\d\d))|(?<hour>12|twelve) (?<night>(?:o'clock )?(?:at (?:night|midnight)|midnight))"
                + @"|(?<unit>KRW|₩) ?(?<digits>\d{1,3}(?:,\d{3})+|\d+)"
                + @"|(?<![\d.,])(?:(?<digits>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?:st|nd|rd|th)?(?: (?<times>hundred|thousand|million))?|\b(?<word>"
                + Spelt
                + @")(?![a-z-]))"
                + @"(?:[ -]?(?:[a-z][\w'-]* ){0,2}?(?<unit>"
                + Units
                + @")(?![a-z]))?"
                + @"|\b(?<word>one)[ -](?:[a-z][\w'-]* ){0,2}?(?<unit>"
                + Units
                + @"|person|time|day|week|month|year|hour|page)(?![a-z])"
                + @"|\b(?<unit>(?<word>once|twice))\b"
                + @"|\b(?:each|every|per) (?<unit>day|week|month|year|hour|minute|page|sheet|person|time|request|case|delivery)\b"
                + @"|(?<=\b(?:hour|hours|minute|minutes|time|times|once|twice|book|books|day|days|for|within|in|after|another|by|of|than|won|page|pages) )an? (?<unit>day|week|month|year|hour|minute|page|sheet|person|request|time)\b(?! (?:the|when|on|that|you|of))"
                + @"|\ban? (?<unit>day|week|month|year|hour) (?=later|late|before|after|ago|earlier)",
            AnyCase
        );

    private static Regex Ahead() =>
        new(
            @"(?:\b(?<most>(?:up to|at most|(?:a |the )?maximum(?: of)?|no more than|not more than|as many as|max\.?|not exceed(?:ing)?|without exceeding)(?: (?:a|the) total of)?)|\b(?<within>(?:with)?in (?:the )?(?:last|past)|within)|\b(?<least>at least|(?:a )?minimum of|no (?:less|fewer) than|not (?:less|fewer) than|(?:from|starting (?:from|at)) (?:the )?age(?: of)?)|\b(?<less>under|below|less than|fewer than|younger than)(?: (?:the )?ages?(?: of)?)?|\b(?<more>over|more than|above|older than|longer than|exceed\w*|beyond)(?: (?:the )?ages?(?: of)?)?|\b(?<each>every|each|per)|\b(?<after>after)|\b(?<most>to|until|till)|\b(?<least>from)|\b(?<before>before)) ?$",
            AnyCase
        );

    private static Regex After() =>
        new(
            @"^ ?(?:(?<least>(?:or|and) (?:more|older|over|above|longer|up)\b)|(?<most>(?:or|and) (?:less|fewer|under|younger)\b|at most|maximum|max\b)|(?<after>later|after(?:wards)?)\b|(?<before>(?:before|prior|in advance|ahead|ago|earlier|beforehand)\b))",
            AnyCase
        );

    private static Regex Age() =>
        new(
            @"\b(?:aged?|ages|child(?:ren)?|those|anyone|people|under|over)(?: \w+)? $|^ (?:or|and) (?:older|over|younger)",
            AnyCase
        );

    private static Regex Negation() =>
        new(
            @"\b(?:not|no|cannot|never|neither|nor|without|unless|unable|un(?:available|necessary|affected)|impossible|prohibited|forbidden|banned|refus\w+|avoid|nobody|nothing|none|\w+n['’]t)\b|\bfails?\b",
            AnyCase
        );

    private static Regex ClauseEnd() =>
        new(
            @"[;:.!?]|,(?= (?:but|so|and|then|you|it|the|they|please|while|if|which|who|we|a)\b)|\b(?:but|while|although|though|unless|until|if|when|because|since|and (?:can|may|will|is|are|must|please|you|it|they))\b",
            AnyCase
        );

    // The first word is written large in any case.
    private static Regex Name() =>
        new(
            @"[「『《〈“""‘](?<n>[^」』》〉”""’]+)[」』》〉”""’]|(?<=\p{L}.*)\b(?<n>(?!I\b)[A-Z][\w'’-]*)|^(?<first>[A-Z][\w'’-]*)",
            RegexOptions.CultureInvariant
        );

    [GeneratedRegex(@"[a-z]+")]
    private static partial Regex Word();
}
