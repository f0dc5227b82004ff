using System.Diagnostics.Metrics;

namespace Recruit.Tests.Support;

/// <summary>What one app's meters measured: others in this process are not heard.</summary>
public sealed class Measurements : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly List<(string Name, double Value, string Tags)> _all = [];

    public Measurements(IMeterFactory meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == meters)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>The last value of each gauge, asked for now.</summary>
    public double Gauge(string name)
    {
        _listener.RecordObservableInstruments();
        return Of(name)[^1].Value;
    }

    public List<(string Name, double Value, string Tags)> Of(string name)
    {
        lock (_all)
            return _all.FindAll(one => one.Name == name);
    }

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var words = string.Join(" ", tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
        lock (_all)
            _all.Add((instrument.Name, value, words));
    }
}
