using System.Globalization;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Policies.Addresses;
using AdminConsole.Core.Results;
using AdminConsole.Core.Usage;
using AdminConsole.Core.Usage.Recording;
using AdminConsole.Web.Features.Keys.Actions;
using AdminConsole.Web.Security;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.Keys.Usage;

/// <summary>How the key is used: day by day, from which addresses, and which of its scopes nobody needs.</summary>
public sealed partial class KeyUsage(UsageQueries usage, CurrentOperator person, KeyDialogs dialogs, TimeProvider clock) : IDisposable
{
    private const int MostAddresses = 5;

    private readonly CancellationTokenSource _leaving = new();
    private IReadOnlyList<Failure> _failures = [];
    private IReadOnlyList<KeyAddress> _addresses = [];
    private Dictionary<string, ScopeUse> _scopes = [];
    private UsageMonth? _month;
    private UseAfterRevocation? _afterRevocation;
    private bool _allAddresses;
    private int _version;

    [Parameter, EditorRequired] public required KeyDetails Key { get; set; }

    [Parameter] public bool MayEdit { get; set; }

    /// <summary>The key is no longer as it was.</summary>
    [Parameter] public EventCallback OnChanged { get; set; }

    private IReadOnlyList<string> UsedScopes => [.. Key.Settings.Scopes.Where(_scopes.ContainsKey)];

    private bool CanNarrowScopes => MayEdit && UsedScopes.Count > 0 && UsedScopes.Count < Key.Settings.Scopes.Count;

    /// <summary>The addresses that the key was accepted from; empty where some are not known one by one.</summary>
    private IReadOnlyList<string> UsedAddresses
    {
        get
        {
            var used = _addresses.Where(address => address.Allowed > 0).Select(address => address.Address).ToList();
            return used.Exists(address => address is null or UsageDimensions.Other) ? [] : [.. used.OfType<string>()];
        }
    }

    private bool CanNarrowNetworks =>
        MayEdit && Key.Settings.AllowedCidrs.Count == 0 && UsedAddresses is { Count: > 0 and <= SourceIpRules.MaxPerList };

    private static CultureInfo Culture => CultureInfo.CurrentCulture;

    public void Dispose() => _leaving.Cancel();

    protected override Task OnParametersSetAsync()
    {
        if (_version == Key.Version)
        {
            return Task.CompletedTask;
        }

        _version = Key.Version;
        return LoadAsync();
    }

    private async Task LoadAsync()
    {
        var actor = await person.ActorAsync(_leaving.Token);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var outcomes = await usage.OutcomesAsync(actor, Key.Target, UsageMonth.PeriodUntil(today), _leaving.Token);
        var addresses = await usage.AddressesAsync(actor, Key.Target, _leaving.Token);
        var scopes = await usage.ScopesAsync(actor, Key.Target, _leaving.Token);
        var late = Key.Status is KeyStatus.Revoked ? await usage.AfterRevocationAsync(actor, Key.Target, _leaving.Token) : null;
        _failures = outcomes.Failures;
        _month = UsageMonth.Of(today, outcomes.Succeeded ? outcomes.Value : []);
        _addresses = addresses.Succeeded ? addresses.Value : [];
        _scopes = scopes.Succeeded ? scopes.Value.ToDictionary(use => use.Scope, StringComparer.Ordinal) : [];
        _afterRevocation = late is { Succeeded: true } ? late.Value : null;
    }

    private Task NarrowScopesAsync() => EditAsync(new() { Scopes = new(UsedScopes) });

    private Task NarrowNetworksAsync() => EditAsync(new() { AllowedCidrs = new(UsedAddresses) });

    /// <summary>Fills the edit form, which shows what the change does: nothing is saved by the click.</summary>
    private async Task EditAsync(KeyPatch proposed)
    {
        await dialogs.EditAsync(Key.Target, proposed);
        await OnChanged.InvokeAsync();
    }

    private string Counts(KeyAddress address) => (address.Allowed, address.Refused) switch
    {
        (var valid, 0) => T["KeyUsage.ValidCount", valid],
        (0, var refused) => T["KeyUsage.RefusedCount", refused],
        var (valid, refused) => T["KeyUsage.BothCount", valid, refused],
    };
}
