using AdminConsole.Web.Components.Browser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace AdminConsole.Web.Components.Fields;

/// <summary>What the field says about an entry: a fault (not <paramref name="Ok"/>) or a remark; and perhaps a better entry.</summary>
public readonly record struct EntryCheck(bool Ok, string? Message = null, string? Suggestion = null);

/// <summary>
/// A list of short texts, one chip each. Enter, a comma or a line break adds what was typed; a bad entry stays visible with its
/// reason, so that nothing pasted is lost. <see cref="Values"/> may therefore hold entries that <see cref="Check"/> refuses.
/// </summary>
public sealed partial class ListField(ScriptModules scripts) : IDisposable
{
    private const int OfferedAtOnce = 8;
    private static readonly char[] Separators = ['\n', '\r', ',', ';', '\t'];

    private readonly FieldWiring _wiring = new();
    private DotNetObjectReference<ListField>? _self;
    private IReadOnlyList<string> _latest = [];
    private ElementReference _input;
    private string? _draft = "";
    private string? _left;
    private string _said = "";

    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter, EditorRequired] public required string Name { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<string> Values { get; set; }

    [Parameter] public EventCallback<IReadOnlyList<string>> ValuesChanged { get; set; }

    [Parameter] public Func<string, EntryCheck>? Check { get; set; }

    [Parameter] public IReadOnlyList<string> Suggestions { get; set; } = [];

    [Parameter] public int Max { get; set; } = 100;

    [Parameter] public string? Placeholder { get; set; }

    [Parameter] public string? Help { get; set; }

    [Parameter] public bool Required { get; set; }

    [Parameter] public bool Disabled { get; set; }

    [Parameter] public bool ReadOnly { get; set; }

    [Parameter] public IReadOnlyList<string> Errors { get; set; } = [];

    private bool Full => Values.Count >= Max;

    private IReadOnlyList<string> Offered => Disabled || ReadOnly || Full
        ? []
        : [.. Suggestions.Where(MatchesDraft).Except(Values, StringComparer.Ordinal).Take(OfferedAtOnce)];

    private IEnumerable<(string Value, EntryCheck Check)> Remarks =>
        Values.Select(value => (value, CheckOf(value))).Where(entry => entry.Item2.Message is not null);

    private bool MatchesDraft(string suggestion) => suggestion.Contains(_draft ?? "", StringComparison.OrdinalIgnoreCase);

    private EntryCheck CheckOf(string value) => Check?.Invoke(value) ?? new EntryCheck(Ok: true);

    [JSInvokable]
    public async Task AddAsync(string text)
    {
        var entries = text.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (Disabled || ReadOnly || entries.Length == 0)
        {
            return;
        }

        var merged = _latest.Concat(entries).Distinct(StringComparer.Ordinal).ToList();
        _said = merged.Count > Max ? T["Components.List.Full", Max] : T["Components.List.Added", string.Join(", ", entries)];
        await SetAsync([.. merged.Take(Max)]);
    }

    protected override void OnParametersSet() => _latest = Values;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            await scripts.CallAsync("js/list.js", "attach", _input, _self);
        }
    }

    public void Dispose() => _self?.Dispose();

    private void Type(string? text)
    {
        _draft = text ?? "";
        _left = null;
    }

    private async Task LeaveAsync()
    {
        // Typed, not confirmed, and then Save: the entry must not be lost.
        if (!string.IsNullOrWhiteSpace(_draft))
        {
            var typed = _draft.Trim();
            _left = _latest.Contains(typed, StringComparer.Ordinal) ? null : typed;
            _draft = "";
            await AddAsync(typed);
        }
    }

    private async Task TakeAsync(string suggestion)
    {
        // Reaching the suggestion by keyboard left the input, and so added the beginning that was typed to find it.
        var kept = _latest.Where(value => !string.Equals(value, _left, StringComparison.Ordinal)).ToList();
        _draft = "";
        _left = null;
        _said = T["Components.List.Added", suggestion];
        await SetAsync([.. kept.Append(suggestion).Distinct(StringComparer.Ordinal)]);
        await _input.FocusAsync();
    }

    private Task EraseAsync(KeyboardEventArgs key) =>
        key.Key is "Backspace" && string.IsNullOrEmpty(_draft) && _latest.Count > 0 && !ReadOnly ? RemoveAsync(_latest[^1]) : Task.CompletedTask;

    private Task RemoveByKeyAsync(KeyboardEventArgs key, string value) =>
        key.Key is "Delete" or "Backspace" ? RemoveAsync(value) : Task.CompletedTask;

    private async Task RemoveAsync(string value)
    {
        _said = T["Components.List.Removed", value];
        await SetAsync([.. _latest.Where(kept => !string.Equals(kept, value, StringComparison.Ordinal))]);
        await _input.FocusAsync();
    }

    private async Task CorrectAsync(string value, string better)
    {
        _said = T["Components.List.Added", better];
        var corrected = _latest.Select(kept => string.Equals(kept, value, StringComparison.Ordinal) ? better : kept);
        await SetAsync([.. corrected.Distinct(StringComparer.Ordinal)]);
        await _input.FocusAsync();
    }

    // Fast typing outruns rendering: the next entry must find this one, though Values does not hold it yet.
    private Task SetAsync(IReadOnlyList<string> values)
    {
        _latest = values;
        return ValuesChanged.InvokeAsync(values);
    }
}
