namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>The library's program on a socket, and its website, which is of another origin and has the one line.</summary>
public sealed class LibrarySite : IAsyncDisposable
{
    public LibrarySite(LibraryHost? host = null)
    {
        Host = (host ?? new LibraryHost()).With("DirectLine:AllowedOrigins:0", Pages.Origin);
        Host.UseKestrel(0);
        Host.StartServer();
        Address = Host.ClientOptions.BaseAddress;
    }

    public LibraryHost Host { get; }
    public Uri Address { get; }
    public PageServer Pages { get; } = new();

    /// <summary>A page of the website with the one line, and whatever else it says.</summary>
    public Uri Page(string attributes = "", string body = "", string style = "") =>
        Pages.Shows(Address, attributes, body, style);

    public async ValueTask DisposeAsync()
    {
        await Pages.DisposeAsync();
        await Host.DisposeAsync();
    }
}
