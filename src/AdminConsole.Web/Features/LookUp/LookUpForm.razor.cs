using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.LookUp;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Web.Components.Fields;
using AdminConsole.Web.Security;

namespace AdminConsole.Web.Features.LookUp;

/// <summary>
/// Finds keys by what was pasted. The text passes through one local variable; nothing here keeps it, shows it or puts it into an address.
/// </summary>
public sealed partial class LookUpForm(KeyLookUp lookUp, CurrentOperator person, SearchHandover handover) : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private PasteField _paste = null!;
    private IReadOnlyList<string> _errors = [];
    private HashSet<Id<ApiKey>> _revocable = [];
    private LookUpResult? _result;
    private string? _refusal;
    private bool _searching;

    public void Dispose()
    {
        handover.Arrived -= OnArrived;
        _leaving.Cancel();
    }

    protected override void OnInitialized() => handover.Arrived += OnArrived;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // Somebody who opens this page has something to paste.
        if (firstRender)
        {
            await _paste.FocusAsync();
        }

        // Here and not where it arrives: what fails here reaches the boundary around this form, which says so.
        if (handover.Take() is { } text)
        {
            await FindAsync(text);
            StateHasChanged();
        }
    }

    private void OnArrived(object? sender, EventArgs arrival) => _ = InvokeAsync(StateHasChanged);

    private async Task FindAsync(string text)
    {
        var actor = await person.ActorAsync(_leaving.Token);
        Show(actor, await lookUp.FindAsync(actor, text, _leaving.Token));
    }

    private async Task TakeAsync()
    {
        if (_searching)
        {
            return;
        }

        _searching = true;
        if (await _paste.TakeAsync(_leaving.Token) is { } text)
        {
            await FindAsync(text);
        }
        else
        {
            Show(Actor.Nobody, Failure.Invalid(KeyLookUp.TextField, "text.length", T["LookUp.TooLong", KeyLookUp.MaxTextLength]));
        }

        _searching = false;
        if (_errors.Count > 0)
        {
            await _paste.FocusAsync();
        }
    }

    private void Show(Actor actor, Result<LookUpResult> found)
    {
        _errors = [.. found.Failures.Where(failure => failure.Field is not null).Select(failure => failure.Message)];
        _refusal = found.Failures.FirstOrDefault(failure => failure.Field is null)?.Message;
        _result = found.Succeeded ? found.Value : null;
        _revocable = (_result?.Keys ?? []).Where(key => actor.Can(Permission.RevokeKeys, key.OrganizationId)).Select(key => key.Id).ToHashSet();
    }

    // The text it was found by is gone, and nothing else of the key can have changed here.
    private void MarkRevoked(FoundKey revoked) => _result = _result! with
    {
        Keys = [.. _result.Keys.Select(key => key.Id == revoked.Id ? key with { Status = KeyStatus.Revoked } : key)],
    };

    private string NothingText(LookUpResult result) => result.SecretsSeen switch
    {
        0 => T["LookUp.Nothing.Hint"],
        1 => T["LookUp.Nothing.One"],
        var seen => T["LookUp.Nothing.Many", seen],
    };

    private string FoundText(LookUpResult result) => result.SecretsSeen == 0
        ? T["LookUp.Found.Hint", result.Keys.Count]
        : T["LookUp.Found.Secrets", result.SecretsSeen, result.Keys.Count];
}
