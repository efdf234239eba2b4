using System.Diagnostics;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>Ranks the intents of a sentence; trained when the words change and kept on disk until they do.</summary>
internal sealed class IntentClassifier
{
    /// <summary>Older models are kept for a while, of each language some: staff often undo an edit.</summary>
    private const int Kept = 20;

    private readonly IntentModel model;

    private IntentClassifier(IntentModel model) => this.model = model;

    public IReadOnlyList<IntentScore> Rank(string text, IReadOnlyList<Entity> entities) => model.Rank(text, entities);

    public static IntentClassifier TrainOrLoad(TrainingSet set, string cacheFolder, ILogger logger)
    {
        var path = Path.Combine(cacheFolder, $"intents-{set.Key()}.bin");
        return new IntentClassifier(Load(path, set.Features, logger) ?? Train(set, path, logger));
    }

    private static IntentModel? Load(string path, IntentFeatures features, ILogger logger)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            return ModelFile.Read(path, features);
        }
        catch (Exception error) when (IsAboutTheFile(error))
        {
            Log.IntentCacheUnreadable(logger, path, error);
            return null;
        }
    }

    private static IntentModel Train(TrainingSet set, string path, ILogger logger)
    {
        var clock = Stopwatch.StartNew();
        var samples = set.Samples();
        var model = IntentTrainer.Train(samples, set.Features);
        Log.IntentsTrained(logger, samples.Count, model.Intents.Length, clock.Elapsed.TotalSeconds);
        try
        {
            ModelFile.Write(model, path);
            Forget(path);
        }
        catch (Exception error) when (IsAboutTheFile(error))
        {
            Log.IntentCacheNotWritten(logger, path, error);
        }
        return model;
    }

    private static void Forget(string path)
    {
        var models = new DirectoryInfo(Path.GetDirectoryName(path)!).GetFiles("intents-*.bin");
        foreach (var old in models.OrderByDescending(file => file.LastWriteTimeUtc).Skip(Kept))
            old.Delete();
    }

    private static bool IsAboutTheFile(Exception error) =>
        error is IOException or UnauthorizedAccessException or InvalidDataException or OverflowException;
}
