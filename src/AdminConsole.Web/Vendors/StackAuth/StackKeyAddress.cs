using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Text;
using AdminConsole.Web.Api.Authentication;

namespace AdminConsole.Web.Vendors.StackAuth;

/// <summary>Finds the key that an address names, with the owner beside it.</summary>
internal static class StackKeyAddress
{
    private const string DocumentedPrefix = "uak_";

    /// <summary>The key, or what to answer. A key of another type or of another owner than the one named is not there.</summary>
    public static async Task<(
        KeyDetails? Key, IResult? Error)> FindAsync(HttpContext http, KeyQueries keyQueries, string id, CancellationToken cancellation)
    {
        var type = http.StackKeyType();
        var owner = OwnerIn(http);
        if (owner is null && type.NamesOwner)
        {
            return (null, OwnerMissing(http));
        }

        var caller = http.ApiCaller();
        var found = await keyQueries.GetAsync(caller.Actor, new(caller.OrganizationId, Parse(id)), cancellation);
        return found.Succeeded && IsOf(found.Value, type, owner) ? (found.Value, null) : (null, StackError.KeyNotFound);
    }

    /// <summary>The owner that the query names, if it names one.</summary>
    public static string? OwnerIn(
        HttpContext http) => http.Request.Query[http.StackKeyType().OwnerField].ToString() is { Length: > 0 } owner ? owner : null;

    public static StackError OwnerMissing(HttpContext http)
    {
        var type = http.StackKeyType();
        return type.NamesOwner
            ? StackError.Schema(http.Request, $"query.{type.OwnerField} must be defined")
            : StackError.Schema($"{type.OwnerField} is required for {type.Name} API keys");
    }

    private static bool IsOf(KeyDetails key, StackKeyType type, string? owner) =>
        key.Owner?.Kind == type.Owner && (owner is null || key.Owner.ExternalId == owner);

    // What is no id becomes the id of no key. The documents' examples have a prefix that its software never had.
    private static Id<ApiKey> Parse(string id)
    {
        _ = Guid.TryParse(id.StartsWith(DocumentedPrefix, StringComparison.Ordinal) ? id[DocumentedPrefix.Length..] : id, out var value);
        return new(value);
    }
}
