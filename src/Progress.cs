namespace Bupyeong.Chatbot;

/// <summary>A bar on the error output of a terminal, so that what is printed can be kept without it.</summary>
internal static class Progress
{
    private const int Width = 40;

    /// <summary>Hears how many of so many are done; nothing is drawn where nobody looks.</summary>
    public static Action<int>? Of(int all) =>
        Console.IsErrorRedirected
            ? null
            : done =>
            {
                if (done < all && done % Math.Max(1, all / Width) != 0)
                    return;
                var full = Width * done / all;
                Console.Error.Write($"\r[{new string('█', full)}{new string('·', Width - full)}] {done}/{all}");
                if (done == all)
                    Console.Error.WriteLine();
            };
}
