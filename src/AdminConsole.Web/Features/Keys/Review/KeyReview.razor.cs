using System.Data.Common;
using AdminConsole.Core.Data;
using AdminConsole.Core.Explaining;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Results;
using AdminConsole.Web.Components.Display;
using AdminConsole.Web.Features.Keys.Display;
using AdminConsole.Web.Features.Keys.Form;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys.Review;

/// <summary>
/// What an edit would do, told while it is typed: each change with what it does to what the key may do, and recent traffic replayed under the new
/// policy. Saves nothing.
/// </summary>
public sealed partial class KeyReview(EditPreviewer previewer, CurrentOperator person, TimeProvider clock) : IDisposable
{
    /// <summary>Whoever types is not asked about each letter.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private CancellationTokenSource _latest = new();
    private KeySettings? _reviewed;
    private EditPreview? _preview;
    private string? _refusal;
    private bool _isStale;

    [Parameter, EditorRequired] public required KeyTarget Target { get; set; }

    /// <summary>The version that the edit is made from.</summary>
    [Parameter, EditorRequired] public required int Version { get; set; }

    [Parameter, EditorRequired] public required KeyForm Form { get; set; }

    [Parameter, EditorRequired] public required KeyNames Names { get; set; }

    // Cancelled, not disposed: a preview still running may read the token once more.
    public void Dispose() => _latest.Cancel();

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_reviewed, Form.Draft))
        {
            return;
        }

        (_reviewed, _isStale) = (Form.Draft, true);
        _latest.Cancel();
        _latest = new();
        _ = ReviewAsync(_latest.Token);
    }

    private async Task ReviewAsync(CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(Pause, clock, cancellation);
            var actor = await person.ActorAsync(cancellation);
            Take(await previewer.PreviewAsync(actor, new(Target, Version, Form.Patch()), cancellation));
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (Exception fault) when (fault is StorageBusyException or DbException)
        {
            (_preview, _refusal) = (null, T["KeyReview.Failed"]);
        }

        _isStale = false;
        await InvokeAsync(StateHasChanged);
    }

    private void Take(Result<EditPreview> preview) => (_preview, _refusal) = preview.Succeeded
        ? (preview.Value, null)
        : ((EditPreview?)null, preview.Failures[0].Kind is FailureKind.Invalid ? T["KeyReview.Faulty"].Value : preview.Failures[0].Message);

    private IEnumerable<(string Text, StatusKind Kind, string? Icon)> Verdicts(EditPreview preview)
    {
        if (preview.Impact is { NewlyRefused: > 0 } refusing)
        {
            yield return (T["KeyReview.Refuses", refusing.NewlyRefused, refusing.SampleSize], StatusKind.Danger, null);
        }

        if (preview.Impact is { NewlyAllowed: > 0 } allowing)
        {
            yield return (T["KeyReview.Allows", allowing.NewlyAllowed, allowing.SampleSize], StatusKind.Warning, null);
        }

        var effects = preview.Changes.Select(change => change.Effect).ToHashSet();
        var whole = effects.Contains(ChangeImpact.Widens) ? ChangeImpact.Widens
            : effects.Contains(ChangeImpact.Narrows) ? ChangeImpact.Narrows
            : ChangeImpact.Neutral;
        yield return (T[$"KeyReview.{whole}"], KindOf(whole), IconOf(whole));
    }

    private string? Sample(Impact? impact) => impact switch
    {
        null => null,
        { SampleSize: 0 } => T["KeyReview.NoTraffic"].Value,
        { IsComplete: true } => T["KeyReview.Replayed", impact.SampleSize, DayOf(impact)].Value,
        _ => T["KeyReview.ReplayedPartly", impact.SampleSize, DayOf(impact)].Value,
    };

    private static string DayOf(Impact impact) => impact.From!.Value.ToString("d MMM", System.Globalization.CultureInfo.CurrentCulture);

    private static StatusKind KindOf(ChangeImpact effect) => effect switch
    {
        ChangeImpact.Widens => StatusKind.Warning,
        ChangeImpact.Narrows => StatusKind.Info,
        _ => StatusKind.Neutral,
    };

    private static string IconOf(ChangeImpact effect) => effect switch
    {
        ChangeImpact.Widens => "unfold_more",
        ChangeImpact.Narrows => "filter_list",
        _ => "check",
    };
}
