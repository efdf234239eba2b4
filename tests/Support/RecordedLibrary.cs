using System.Reflection;
using Bupyeong.Chatbot.Circulation;
using Microsoft.Extensions.DependencyInjection;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>
/// The host's library system, which writes down whatever changes an account. What only asks is known by its name, so that
/// a new act is recorded without anybody thinking of it.
/// </summary>
public class RecordedLibrary : DispatchProxy
{
    private Lazy<ILibrarySystem> inner = null!;

    /// <summary>Every act so far, in order, with what it was done to.</summary>
    public List<(string Name, IReadOnlyList<string> Titles)> Acts { get; } = [];

    /// <summary>Takes the place of the host's library system.</summary>
    public static RecordedLibrary StandIn(IServiceCollection services)
    {
        var real = services.Last(service => service.ServiceType == typeof(ILibrarySystem));
        var proxy = Create<ILibrarySystem, RecordedLibrary>();
        var recorded = (RecordedLibrary)(object)proxy;
        services.AddSingleton(provider =>
        {
            recorded.inner = new(() => (ILibrarySystem)real.ImplementationFactory!(provider));
            return proxy;
        });
        return recorded;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (!OnlyAsks(targetMethod!.Name))
            Acts.Add((targetMethod.Name, [.. args!.Select(TitleOf).OfType<string>()]));
        return targetMethod.Invoke(inner.Value, args);
    }

    private static bool OnlyAsks(string name) =>
        name.StartsWith("get_", StringComparison.Ordinal)
        || name.StartsWith("Would", StringComparison.Ordinal)
        || name.EndsWith("OfAsync", StringComparison.Ordinal)
        || name is nameof(ILibrarySystem.SignInAsync) or nameof(ILibrarySystem.PingAsync);

    private static string? TitleOf(object? argument) =>
        argument?.GetType().GetProperty(nameof(Loan.Title))?.GetValue(argument) as string;
}
