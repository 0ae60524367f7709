using AdminConsole.Actors;
using AdminConsole.Organizations;
using AdminConsole.Web.Components.Browser;
using AdminConsole.Web.Security;

namespace AdminConsole.Web.Features.Organizations;

/// <summary>
/// Which organization this circuit's pages are about: the one that the URL names, else the one that the browser remembers, else
/// the first by name. Pages resolve it each time they are shown, so that a right that was taken away is gone by then.
/// </summary>
public sealed class CurrentOrganization(CurrentOperator person, OrganizationDirectory directory, BrowserMemory memory)
{
    /// <summary>The parameter of the URL that names the organization.</summary>
    public const string UrlParameter = "org";

    private const string MemoryName = "organization";

    private string? _remembered;

    /// <summary>Something below is no longer what it was.</summary>
    public event EventHandler? Changed;

    /// <summary>The organizations that have pages for this operator, by name.</summary>
    public IReadOnlyList<OrganizationSummary> Available { get; private set; } = [];

    /// <summary>Null when there is none, or when the URL names one that is not among <see cref="Available"/>.</summary>
    public OrganizationAccess? Selected { get; private set; }

    /// <summary>What the operator may do in at least one organization.</summary>
    public IReadOnlySet<Permission> Rights { get; private set; } = new HashSet<Permission>();

    /// <summary>Support staff without an organization of their own: they look keys up, and have no lists.</summary>
    public bool LooksUpOnly => Available.Count == 0 && Rights.Contains(Permission.FindKeys);

    /// <summary>Asks the browser, once, before the first page is shown.</summary>
    public async Task RecallAsync() => _remembered = await memory.ReadAsync(MemoryName);

    /// <param name="slug">What the URL says, or null.</param>
    /// <param name="cancellation">The page was left.</param>
    public async Task<OrganizationAccess?> ResolveAsync(string? slug, CancellationToken cancellation)
    {
        var actor = await person.ActorAsync(cancellation);
        var known = await directory.ListAsync(actor, cancellation);
        var available = known.Where(organization => actor.Can(Permission.ReadKeys, organization.Id)).ToList();
        var chosen = slug is null ? Find(available, _remembered) ?? available.FirstOrDefault() : Find(available, slug);
        Set(available, chosen is null ? null : OrganizationAccess.Of(chosen, actor), RightsOf(actor, known));
        if (slug is not null && chosen is not null && slug != _remembered)
        {
            _remembered = slug;
            await memory.WriteAsync(MemoryName, slug);
        }

        return Selected;
    }

    private static OrganizationSummary? Find(List<OrganizationSummary> organizations, string? slug) =>
        organizations.Find(organization => organization.Slug == slug);

    private static HashSet<Permission> RightsOf(Actor actor, IReadOnlyList<OrganizationSummary> known) =>
        [.. Enum.GetValues<Permission>().Where(permission => known.Any(organization => actor.Can(permission, organization.Id)))];

    private void Set(List<OrganizationSummary> available, OrganizationAccess? selected, HashSet<Permission> rights)
    {
        if (selected == Selected && available.SequenceEqual(Available) && rights.SetEquals(Rights))
        {
            return;
        }

        (Available, Selected, Rights) = (available, selected, rights);
        Changed?.Invoke(this, EventArgs.Empty);
    }
}
