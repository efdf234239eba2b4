using System.Text.RegularExpressions;
using Bupyeong.Chatbot.Circulation;
using Bupyeong.Chatbot.Dialogs;
using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests;

/// <summary>Who may know whom. A room is a folder of src and the namespace of the same name.</summary>
public sealed partial class RoomsTests
{
    private const string House = "Bupyeong.Chatbot";

    /// <summary>The plan of the house: a room, and the rooms it may know besides itself.</summary>
    private static readonly Dictionary<string, string[]> Plan = new()
    {
        // The language, the store and the engines: they know nothing of a library.
        ["Korean"] = [],
        ["Storage"] = [],
        ["Search"] = ["Korean"],
        ["Understanding"] = ["Korean"],
        ["Replies"] = ["Korean"],
        ["Privacy"] = ["Korean", "Storage"],
        // What the library knows and does.
        ["Branches"] = ["Korean"],
        ["Catalog"] = ["Korean", "Search", "Branches"],
        // Its versions are kept, and begin on days of the library's; of a calendar it makes drafts of programmes.
        ["Knowledge"] = ["Korean", "Search", "Storage", "Branches", "Programs"],
        ["Programs"] = ["Korean", "Search", "Branches"],
        ["Circulation"] = ["Korean", "Branches"],
        // Kits are read as the files of the branches are.
        ["Requests"] = ["Privacy", "Storage", "Branches"],
        // Its plugins look up what anybody may read; no room whose data it must not see is known to it.
        ["LanguageModel"] = ["Korean", "Privacy", "Branches", "Catalog", "Programs", "Knowledge"],
        // What is said, and how a turn comes about.
        ["Dialogs"] =
        [
            .. new[] { "Korean", "Understanding", "Replies", "Privacy" },
            .. new[] { "Branches", "Catalog", "Knowledge", "Programs", "Circulation", "Requests" },
            "LanguageModel",
        ],
        ["Conversations"] = ["Dialogs", "Replies", "Privacy", "Storage", "Branches", "Circulation", "Requests"],
        // The library's own pages show what it knows: places, programmes and texts.
        ["Channels"] = ["Conversations", "Replies", "Branches", "Programs", "Knowledge", "Circulation", "Requests"],
        // How well it all works, on sentences that anybody may bring.
        ["Evaluation"] = ["Korean", "Search", "Understanding", "Dialogs", "Branches", "Catalog", "Knowledge"],
    };

    /// <summary>Where the house does otherwise than its plan: the file, the room it knows, and why.</summary>
    private static readonly (string File, string Room, string Why)[] Exceptions =
    [
        ("DialogChooser", "Conversations", "Events names what can happen besides words; the hall raises it"),
        ("SignIn", "Conversations", "Events.SignedIn"),
        ("SignOut", "Conversations", "Events.SignedOutByIdling"),
        ("MyRequests", "Conversations", "Events.RequestAnswered"),
        ("Absence", "Search", "an engine that is away is told as a library system is"),
        ("TalkToPerson", "Conversations", "Events, and ConversationOptions says how long a resident waits"),
    ];

    /// <summary>What opens a connection to somebody else; a socket that a resident opened to us is another matter.</summary>
    private static readonly string[] Callers =
    [
        .. "HttpClient HttpMessageInvoker HttpMessageHandler SocketsHttpHandler IHttpClientFactory WebRequest".Split(
            ' '
        ),
        .. "Socket TcpClient UdpClient NetworkStream ClientWebSocket SmtpClient".Split(' '),
    ];

    private static readonly Type[] Types =
    [
        .. typeof(Program)
            .Assembly.GetTypes()
            .Where(type => RoomOf(type) is not null || Outermost(type).Namespace == House),
    ];

    public static TheoryData<string> Rooms => [.. Plan.Keys];

    [Fact]
    public void Every_room_is_on_the_plan() =>
        Assert.Equal(Plan.Keys.Order(), Types.Select(RoomOf).OfType<string>().Distinct().Order());

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_knows_only_those_it_may_know(string room)
    {
        var strangers =
            from type in Types
            where RoomOf(type) == room
            from known in Acquaintances.Of(type)
            let other = RoomOf(known)
            where other is not null && !May(room, other, Outermost(type).Name)
            select $"{Outermost(type).Name} knows {known.Name} of {other}";
        Assert.Empty(strangers.Distinct());
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_does_not_even_name_others(string room)
    {
        var strangers =
            from path in SourceFiles.Under($"src/{room}")
            from Match named in RoomName().Matches(File.ReadAllText(path))
            let other = named.Groups[1].Value
            where Plan.ContainsKey(other) && !May(room, other, Path.GetFileNameWithoutExtension(path))
            select $"{SourceFiles.Shown(path)} names {other}";
        Assert.Empty(strangers.Distinct());
    }

    [Fact]
    public void An_exception_that_is_no_longer_needed_is_struck_off() =>
        Assert.All(
            Exceptions,
            exception =>
                Assert.Contains(
                    $"using {House}.{exception.Room};",
                    File.ReadAllText(
                        SourceFiles.Under("src").Single(path => Path.GetFileName(path) == $"{exception.File}.cs")
                    ),
                    StringComparison.Ordinal
                )
        );

    [Fact]
    public void Only_the_channels_know_an_Activity() =>
        Assert.Equal(
            ["Channels"],
            Types
                .Where(type =>
                    Acquaintances.Of(type).Any(known => known.FullName == $"{House}.Channels.BotFramework.Activity")
                )
                .Select(type => RoomOf(type) ?? "the house")
                .Distinct()
        );

    [Fact]
    public void Only_Circulation_Catalog_Search_and_LanguageModel_may_call_out_over_the_network() =>
        Assert.Empty(
            from type in Types
            where RoomOf(type) is not ("Circulation" or "Catalog" or "Search" or "LanguageModel")
            from known in Acquaintances.Of(type)
            where Callers.Contains(known.Name)
            select $"{type.FullName} knows {known.FullName}"
        );

    /// <summary>The check of the check: it sees through lambdas, async methods and generics.</summary>
    [Fact]
    public void What_a_method_only_mentions_is_seen()
    {
        var known = Types
            .Where(type => Outermost(type) == typeof(RenewLoan) || Outermost(type) == typeof(Pointing))
            .SelectMany(Acquaintances.Of);
        Assert.Contains(typeof(LibrarySystemUnavailableException), known);
        Assert.Contains(typeof(Loan), known);
        Assert.Contains(typeof(EditDistance), known);
    }

    private static bool May(string room, string other, string file) =>
        room == other
        || Plan[room].Contains(other)
        || Exceptions.Any(exception => exception.File == file && exception.Room == other);

    private static string? RoomOf(Type type) =>
        Outermost(type).Namespace?.Split('.') is ["Bupyeong", "Chatbot", var room, ..] ? room : null;

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    [GeneratedRegex(@"Bupyeong\.Chatbot\.(\w+)")]
    private static partial Regex RoomName();
}
