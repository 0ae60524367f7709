using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace AdminConsole.Web.Components;

/// <summary>What the field says about an entry: a fault (not <paramref name="Ok"/>) or, with a message, a remark; and perhaps a better entry.</summary>
public readonly record struct EntryCheck(bool Ok, string? Message = null, string? Suggestion = null);

/// <summary>
/// A list of short texts, one chip each. Enter, a comma or a line break adds what was typed; a bad entry stays visible with its
/// reason, so that nothing pasted is lost. <see cref="Values"/> may therefore hold entries that <see cref="Check"/> refuses.
/// </summary>
public sealed partial class ListField
{
    private const int OfferedAtOnce = 8;
    private static readonly char[] Separators = ['\n', '\r', ',', ';', '\t'];

    private readonly FieldWiring _wiring = new();
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
        : [.. Suggestions.Where(text => text.Contains(_draft ?? "", StringComparison.OrdinalIgnoreCase)).Except(Values, StringComparer.Ordinal).Take(OfferedAtOnce)];

    private IEnumerable<(string Value, EntryCheck Check)> Remarks =>
        Values.Select(value => (value, CheckOf(value))).Where(entry => entry.Item2.Message is not null);

    private EntryCheck CheckOf(string value) => Check?.Invoke(value) ?? new EntryCheck(Ok: true);

    private async Task TypeAsync(string? text)
    {
        _draft = text ?? "";
        _left = null;
        var end = _draft.LastIndexOfAny(Separators);
        if (end < 0)
        {
            return;
        }

        // Several lines at once were pasted: the last one is complete as well.
        var complete = _draft.Count(letter => Separators.Contains(letter)) > 1 ? _draft.Length : end;
        var added = _draft[..complete];
        _draft = _draft[complete..].Trim(Separators).TrimStart();
        await AddAsync(added);
    }

    private async Task AddAsync(string text)
    {
        var entries = text.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var merged = Values.Concat(entries).Distinct(StringComparer.Ordinal).ToList();
        var kept = merged.Take(Max).ToList();
        _said = merged.Count > Max ? T["Components.List.Full", Max] : T["Components.List.Added", string.Join(", ", entries)];
        await ValuesChanged.InvokeAsync(kept);
    }

    private async Task LeaveAsync()
    {
        // Typed, not confirmed, and then Save: the entry must not be lost.
        if (!string.IsNullOrWhiteSpace(_draft))
        {
            var typed = _draft.Trim();
            _left = Values.Contains(typed, StringComparer.Ordinal) ? null : typed;
            _draft = "";
            await AddAsync(typed);
        }
    }

    private async Task TakeAsync(string suggestion)
    {
        // Reaching the suggestion by keyboard left the input, and so added the beginning that was typed to find it.
        var values = Values.Where(value => !string.Equals(value, _left, StringComparison.Ordinal)).Append(suggestion).Distinct(StringComparer.Ordinal).ToList();
        _draft = "";
        _left = null;
        _said = T["Components.List.Added", suggestion];
        await ValuesChanged.InvokeAsync(values);
        await _input.FocusAsync();
    }

    private Task EraseAsync(KeyboardEventArgs key) =>
        key.Key is "Backspace" && string.IsNullOrEmpty(_draft) && Values.Count > 0 && !ReadOnly ? RemoveAsync(Values[^1]) : Task.CompletedTask;

    private Task RemoveByKeyAsync(KeyboardEventArgs key, string value) => key.Key is "Delete" or "Backspace" ? RemoveAsync(value) : Task.CompletedTask;

    private async Task RemoveAsync(string value)
    {
        _said = T["Components.List.Removed", value];
        await ValuesChanged.InvokeAsync([.. Values.Where(kept => !string.Equals(kept, value, StringComparison.Ordinal))]);
        await _input.FocusAsync();
    }

    private async Task CorrectAsync(string value, string better)
    {
        _said = T["Components.List.Added", better];
        await ValuesChanged.InvokeAsync([.. Values.Select(kept => string.Equals(kept, value, StringComparison.Ordinal) ? better : kept).Distinct(StringComparer.Ordinal)]);
        await _input.FocusAsync();
    }
}
