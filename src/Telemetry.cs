using System.Diagnostics;
using System.Diagnostics.Metrics;
using Bupyeong.Chatbot.Dialogs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Bupyeong.Chatbot;

/// <summary>Traces and metrics, by dialog and never by person; sent to the one address of "Telemetry:Endpoint".</summary>
public static class Telemetry
{
    private const string Name = "Bupyeong.Chatbot";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Turns = Meter.CreateHistogram<double>(
        "chatbot.turn.duration",
        "s",
        "From taking a turn to its commit."
    );

    public static Measured StartTurn() => new(Source.StartActivity("turn"), Stopwatch.GetTimestamp());

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (builder.Configuration["Telemetry:Endpoint"] is not { Length: > 0 } endpoint)
            return;
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address))
            throw new InvalidOperationException($"Telemetry:Endpoint is not an address: '{endpoint}'.");
        builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(Name))
            .WithTracing(traces =>
                traces.AddSource(Name).AddAspNetCoreInstrumentation().AddOtlpExporter(to => to.Endpoint = address)
            )
            .WithMetrics(metrics =>
                metrics.AddMeter(Name).AddAspNetCoreInstrumentation().AddOtlpExporter(to => to.Endpoint = address)
            );
    }

    /// <summary>A turn that is being measured.</summary>
    public readonly struct Measured(Activity? activity, long started) : IDisposable
    {
        public void Answered(Outcome outcome)
        {
            activity?.SetTag("dialog", outcome.Dialog);
            Turns.Record(
                Stopwatch.GetElapsedTime(started).TotalSeconds,
                new KeyValuePair<string, object?>("dialog", outcome.Dialog)
            );
        }

        public void Dispose() => activity?.Dispose();
    }
}
