using System.Text.RegularExpressions;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Owners;

namespace AdminConsole.Web.Vendors.Clerk;

/// <summary>
/// Who a key acts for, as Clerk names it: <c>user_…</c>, <c>org_…</c>, <c>mch_…</c> or <c>scim_…</c>. With us, an owner's external id.
/// </summary>
internal static partial class ClerkSubject
{
    public const string Form = "Give the id of a user (user_…), an organization (org_…) or a machine (mch_…).";

    /// <summary>The owner that the text names; null when it is no subject.</summary>
    public static NamedOwner? Parse(string? text) => text is not null && Pattern.IsMatch(text) ? new(KindOf(text), text) : null;

    /// <summary>The subject of a key. One that acts for nobody in particular acts for its organization.</summary>
    public static string Of(KeyDetails key) => key.Owner?.ExternalId ?? key.OrganizationId.ToString();

    private static OwnerKind KindOf(string subject) => subject.Split('_')[0] switch
    {
        "user" => OwnerKind.User,
        "org" => OwnerKind.Organization,
        _ => OwnerKind.Machine,
    };

    // Clerk's own have 27 characters; its documents' examples have fewer.
    [GeneratedRegex(@"^(user|org|mch|scim)_[A-Za-z0-9_]{1,90}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern { get; }
}
