using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Results;
using AdminConsole.Web.Components.Dialogs;
using AdminConsole.Web.Features.Keys.Secret;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys.Rotating;

/// <summary>Makes a key's successor, and says how long the old secret goes on. Closes with a <see cref="RevealedKey"/>.</summary>
public sealed partial class RotateKeyDialog(CurrentOperator current, KeyQueries keyQueries, RotateKeyHandler rotator, TimeProvider clock)
{
    private static readonly int MaxHours = (int)RotateKey.LongestOverlap.TotalHours;
    private static readonly int[] Presets = [0, 1, 24, 7 * 24, MaxHours];

    private IReadOnlyList<Failure> _refusals = [];
    private IReadOnlyList<Failure> _faults = [];
    private KeyDetails? _key;
    private long? _hours = (long)RotateKey.DefaultOverlap.TotalHours;
    private DateTimeOffset? _expiresAt;

    [Parameter, EditorRequired] public required KeyTarget Target { get; set; }

    [CascadingParameter] public required DialogHandle Dialog { get; set; }

    /// <summary>Never later than the old key's own end.</summary>
    private DateTimeOffset? OldEnd => _hours is { } hours and >= 0 && hours <= MaxHours
        ? Earlier(clock.GetUtcNow().AddHours(hours), _key?.Settings.ExpiresAt)
        : null;

    protected override Task OnInitializedAsync() => Dialog.RunAsync(LoadAsync);

    private async Task LoadAsync()
    {
        var details = await keyQueries.GetAsync(await current.ActorAsync(CancellationToken.None), Target, CancellationToken.None);
        _refusals = details.Failures;
        _key = details.Succeeded ? details.Value : null;
        _expiresAt = _key?.Settings.ExpiresAt;
    }

    private Task SubmitAsync() => _key is null ? Task.CompletedTask : Dialog.RunAsync(RotateAsync);

    private async Task RotateAsync()
    {
        // Nothing typed is no overlap that anybody chose.
        var command = new RotateKey(Target, _hours is { } hours ? TimeSpan.FromHours(hours) : Timeout.InfiniteTimeSpan, new(_expiresAt));
        var rotated = await rotator.RotateAsync(await current.ActorAsync(CancellationToken.None), command, CancellationToken.None);
        if (rotated.Succeeded)
        {
            var network = _key!.Settings.AllowedCidrs is [var first, ..] ? first : null;
            Dialog.Close(new RevealedKey(
                new(Target.OrganizationId, rotated.Value.Id), rotated.Value.Name, _key.Kind, network, new(rotated.Value.Secret)));
            return;
        }

        _faults = [.. rotated.Failures.Where(failure => failure.Field is KeyFields.Overlap or KeyFields.ExpiresAt)];
        _refusals = [.. rotated.Failures.Except(_faults)];
    }

    private IReadOnlyList<string> ErrorsOf(string field) => [.. _faults.Where(fault => fault.Field == field).Select(fault => fault.Message)];

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset? other) => other < one ? other.Value : one;
}
