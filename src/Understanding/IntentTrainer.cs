using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>Trains the intent model; it and its table alone know ML.NET, so that a start from the cache never loads it.</summary>
internal static class IntentTrainer
{
    private const int Folds = 3;

    /// <summary>The model of all samples, with a temperature fitted on samples that its folds had not seen.</summary>
    public static IntentModel Train(IReadOnlyList<Sample> samples)
    {
        var table = TrainingTable.Of(samples);
        var judged = CrossValidate(table, Folds).Select(found => found.Judged);
        return Fit(table, table.Rows, Calibration.Temperature([.. judged]));
    }

    /// <summary>Every sample with the scores of a model that had not seen it.</summary>
    public static List<(Sample Sample, Judged Judged)> CrossValidate(TrainingTable table, int folds)
    {
        var held = Calibration.FoldsOf([.. table.Rows.Select(row => row.Sample)], folds);
        return
        [
            .. Enumerable
                .Range(0, folds)
                .AsParallel()
                .AsOrdered()
                .SelectMany(fold =>
                {
                    var model = Fit(table, table.Rows.Where(row => held[row.Sample.Source] != fold), 1);
                    return table
                        .Rows.Where(row => held[row.Sample.Source] == fold)
                        .Select(row =>
                            (row.Sample, new Judged(model.Scores(row.Sample.Text, row.Sample.Entities), (int)row.Label))
                        );
                }),
        ];
    }

    /// <summary>ML.NET's default regularisation ruins short texts; one thread and a seed make the model the same every time.</summary>
    private static IntentModel Fit(TrainingTable table, IEnumerable<TrainingRow> rows, float temperature)
    {
        var ml = new MLContext(seed: 1);
        var schema = SchemaDefinition.Create(typeof(TrainingRow));
        schema[nameof(TrainingRow.Features)].ColumnType = new VectorDataViewType(
            NumberDataViewType.Single,
            table.Vocabulary.Length
        );
        schema[nameof(TrainingRow.Label)].ColumnType = new KeyDataViewType(typeof(uint), table.Intents.Length);
        var options = new SdcaMaximumEntropyMulticlassTrainer.Options
        {
            L1Regularization = 0,
            L2Regularization = 1e-4f,
            MaximumNumberOfIterations = 20,
            NumberOfThreads = 1,
            ExampleWeightColumnName = nameof(TrainingRow.Weight),
        };
        var trainer = ml.MulticlassClassification.Trainers.SdcaMaximumEntropy(options);
        var model = trainer.Fit(ml.Data.LoadFromEnumerable(rows.ToList(), schema)).Model;
        return new IntentModel(table.Intents, table.Vocabulary, WeightsOf(model, table), [.. model.GetBiases()])
        {
            Temperature = temperature,
        };
    }

    private static float[] WeightsOf(MaximumEntropyModelParameters model, TrainingTable table)
    {
        VBuffer<float>[] columns = [];
        model.GetWeights(ref columns, out var intents);
        var weights = new float[table.Vocabulary.Length * intents];
        for (var intent = 0; intent < intents; intent++)
            foreach (var (feature, weight) in columns[intent].Items())
                weights[feature * intents + intent] = weight;
        return weights;
    }
}
