using System.Data.Common;
using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Operators.UseCases;
using AdminConsole.Core.Organizations.UseCases;
using AdminConsole.Web.Security;

namespace AdminConsole.Web.Features.Organizations;

/// <summary>
/// Which organization this circuit's pages are about: the one that the URL names, else the one that the operator used last, else
/// the first by name. Pages resolve it each time they are shown, so that a right that was taken away is gone by then.
/// </summary>
public sealed partial class CurrentOrganization(
    CurrentOperator person, OrganizationQueries organizationQueries, OperatorPreferences preferences, ILogger<CurrentOrganization> logger)
{
    /// <summary>The preference with the slug of the organization that was used last.</summary>
    public const string Preference = "organization";

    private string? _remembered;
    private bool _recalled;

    /// <summary>Something below is no longer what it was.</summary>
    public event EventHandler? Changed;

    /// <summary>The organizations that have pages for this operator, by name.</summary>
    public IReadOnlyList<OrganizationSummary> Available { get; private set; } = [];

    /// <summary>Null when there is none, or when the URL names one that is not among <see cref="Available"/>.</summary>
    public OrganizationRights? Selected { get; private set; }

    /// <summary>What the operator may do in at least one organization.</summary>
    public IReadOnlySet<Permission> Rights { get; private set; } = new HashSet<Permission>();

    /// <summary>Support staff without an organization of their own: they look keys up, and have no lists.</summary>
    public bool LooksUpOnly => Available.Count == 0 && Rights.Contains(Permission.FindKeys);

    /// <param name="slug">What the URL says, or null.</param>
    /// <param name="cancellation">The page was left.</param>
    public async Task<OrganizationRights?> ResolveAsync(string? slug, CancellationToken cancellation)
    {
        var actor = await person.ActorAsync(cancellation);
        var known = await organizationQueries.ListAsync(actor, cancellation);
        var available = known.Where(organization => actor.Can(Permission.ReadKeys, organization.Id)).ToList();
        await RecallAsync(actor, cancellation);
        var chosen = slug is null ? Find(available, _remembered) ?? available.FirstOrDefault() : Find(available, slug);
        Set(available, chosen is null ? null : OrganizationRights.Of(chosen, actor), RightsOf(actor, known));
        if (slug is not null && chosen is not null && slug != _remembered)
        {
            await RememberAsync(actor, slug, cancellation);
        }

        return Selected;
    }

    private static OrganizationSummary? Find(List<OrganizationSummary> organizations, string? slug) =>
        organizations.Find(organization => organization.Slug == slug);

    private static HashSet<Permission> RightsOf(Actor actor, IReadOnlyList<OrganizationSummary> known) =>
        [.. Enum.GetValues<Permission>().Where(permission => known.Any(organization => actor.Can(permission, organization.Id)))];

    private async Task RecallAsync(Actor actor, CancellationToken cancellation)
    {
        if (!_recalled && await preferences.ReadAllAsync(actor, cancellation) is { Succeeded: true } read)
        {
            (_remembered, _recalled) = (read.Value.GetValueOrDefault(Preference), true);
        }
    }

    private async Task RememberAsync(Actor actor, string slug, CancellationToken cancellation)
    {
        _remembered = slug;
        try
        {
            await preferences.WriteAsync(actor, Preference, slug, cancellation);
        }
        catch (Exception fault) when (fault is StorageBusyException or DbException)
        {
            // A database that cannot be written to right now must not keep anybody from reading.
            LogForgotten(fault);
        }
    }

    private void Set(List<OrganizationSummary> available, OrganizationRights? selected, HashSet<Permission> rights)
    {
        if (selected == Selected && available.SequenceEqual(Available) && rights.SetEquals(Rights))
        {
            return;
        }

        (Available, Selected, Rights) = (available, selected, rights);
        Changed?.Invoke(this, EventArgs.Empty);
    }

    [LoggerMessage(1, LogLevel.Warning, "Could not write down which organization was used last")]
    private partial void LogForgotten(Exception fault);
}
