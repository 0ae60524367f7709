using System.Globalization;
using AdminConsole.Web.Components.Browser;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Components.Fields;

/// <summary>
/// An instant, picked as a date and perhaps a time in the viewer's zone. A date alone means the end of that day: "valid until
/// Friday" includes Friday; with <see cref="FromStartOfDay"/> its beginning: so does "valid from Friday".
/// </summary>
public sealed partial class DateTimeField(ViewerZone zone)
{
    private const string DateFormat = "yyyy-MM-dd";

    private readonly FieldWiring _wiring = new();
    private DateTimeOffset? _shown;
    private DateOnly? _date;
    private TimeOnly? _time;

    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter, EditorRequired] public required string Name { get; set; }

    [Parameter] public DateTimeOffset? Value { get; set; }

    [Parameter] public EventCallback<DateTimeOffset?> ValueChanged { get; set; }

    [Parameter] public DateTimeOffset? Min { get; set; }

    [Parameter] public DateTimeOffset? Max { get; set; }

    [Parameter] public bool FromStartOfDay { get; set; }

    /// <summary>What no date means, for example "Never expires".</summary>
    [Parameter] public string? EmptyNote { get; set; }

    [Parameter] public string? Help { get; set; }

    [Parameter] public bool Required { get; set; }

    [Parameter] public bool Disabled { get; set; }

    [Parameter] public bool ReadOnly { get; set; }

    [Parameter] public IReadOnlyList<string> Errors { get; set; } = [];

    private string Note => Value is { } value
        ? T["Components.DateTime.Note", zone.Current.Id, value.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)]
        : EmptyNote ?? T[FromStartOfDay ? "Components.DateTime.DateAloneStart" : "Components.DateTime.DateAlone"];

    private TimeOnly DateAlone => FromStartOfDay ? TimeOnly.MinValue : ViewerZone.EndOfDay;

    protected override void OnParametersSet()
    {
        // What the person typed stays as typed; only a value set from outside is read back into the inputs.
        if (Value == _shown)
        {
            return;
        }

        _shown = Value;
        var local = Value is { } value ? zone.ToLocal(value) : (DateTime?)null;
        _date = local is { } date ? DateOnly.FromDateTime(date) : null;
        _time = local is { } time && TimeOnly.FromDateTime(time) is var clock && !StandsForDate(clock) ? clock : null;
    }

    private Task SetDateAsync(string? text)
    {
        _date = DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
        _time = _date is null ? null : _time;
        return RaiseAsync();
    }

    private Task SetTimeAsync(string? text)
    {
        _time = TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : null;
        return RaiseAsync();
    }

    private Task RaiseAsync()
    {
        _shown = _date is { } date ? zone.ToInstant(date.ToDateTime(_time ?? DateAlone)) : null;
        return ValueChanged.InvokeAsync(_shown);
    }

    // To the second: an instant set elsewhere may end the day with its last millisecond.
    private bool StandsForDate(TimeOnly time) => new TimeOnly(time.Hour, time.Minute, time.Second) == DateAlone;

    private string? DateText(DateTimeOffset? instant) =>
        instant is { } value ? zone.ToLocal(value).ToString(DateFormat, CultureInfo.InvariantCulture) : null;

    private static string? TextOf(DateOnly? date) => date?.ToString(DateFormat, CultureInfo.InvariantCulture);

    private static string? TextOf(TimeOnly? time) => time?.ToString(time.Value.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);
}
