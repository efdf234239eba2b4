using Microsoft.Playwright;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>Who comes and how: the screen, its preferences, and what the page's one line says.</summary>
public sealed record Visit(int Width = 1440, int Height = 900)
{
    public static readonly Visit Phone = new(360, 740);
    public static readonly Visit Tablet = new(768, 1024);
    public static readonly Visit Desktop = new();

    /// <summary>Another library than the one that most tests visit.</summary>
    public LibrarySite? Site { get; init; }

    /// <summary>Another address than a page of the website with the one line.</summary>
    public Uri? Page { get; init; }
    public string Attributes { get; init; } = "";
    public string Body { get; init; } = "";
    public string Style { get; init; } = "";
    public ColorScheme Scheme { get; init; } = ColorScheme.Light;

    /// <summary>The page's clock stands where the library's does, so that what it shows is always the same.</summary>
    public bool ClockStands { get; init; } = true;

    /// <summary>What a test puts between page and library before the page is there.</summary>
    public Func<IPage, Task>? Before { get; init; }

    public bool IsPhone => Width <= 480;
}
