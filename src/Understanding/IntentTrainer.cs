namespace Bupyeong.Chatbot.Understanding;

/// <summary>Trains the intent model, and sees on samples held back what its scores are worth.</summary>
internal static class IntentTrainer
{
    private const int Epochs = 4;

    /// <summary>Enough to see what scores are worth.</summary>
    private const int EpochsOfTrial = 3;

    /// <summary>One part in so many is held back to see what the scores are worth.</summary>
    private const int Parts = 5;

    /// <summary>The model of all samples, with a temperature fitted on samples that a model had not seen.</summary>
    public static IntentModel Train(IReadOnlyList<Sample> samples, IntentFeatures features)
    {
        var table = TrainingTable.Of(samples, features);
        var temperature = Task.Run(() =>
            Calibration.Temperature([.. Held(table, Parts, 0, EpochsOfTrial).Select(found => found.Judged)])
        );
        var model = Fit(table, table.Rows, Epochs).Learnt();
        return new IntentModel(model, temperature.Result);
    }

    /// <summary>Every sample with the scores of a model that had not seen it.</summary>
    public static List<(Sample Sample, Judged Judged)> CrossValidate(TrainingTable table, int folds) =>
        [.. Enumerable.Range(0, folds).AsParallel().AsOrdered().SelectMany(fold => Held(table, folds, fold, Epochs))];

    private static List<(Sample Sample, Judged Judged)> Held(TrainingTable table, int folds, int fold, int epochs)
    {
        var held = Calibration.FoldsOf([.. table.Rows.Select(row => row.Sample)], folds);
        var learner = Fit(table, [.. table.Rows.Where(row => held[row.Sample.Source] != fold)], epochs);
        return
        [
            .. table
                .Rows.Where(row => held[row.Sample.Source] == fold)
                .Select(row => (row.Sample, new Judged(learner.Scores(row), row.Label))),
        ];
    }

    /// <summary>The order is shuffled by a seed, so that the same samples make the same model every time.</summary>
    private static IntentLearner Fit(TrainingTable table, IReadOnlyList<TrainingRow> rows, int epochs)
    {
        var learner = new IntentLearner(table);
        var order = Enumerable.Range(0, rows.Count).ToArray();
        var random = new Random(1);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var place in order)
                learner.Step(rows[place]);
        }
        return learner;
    }
}
