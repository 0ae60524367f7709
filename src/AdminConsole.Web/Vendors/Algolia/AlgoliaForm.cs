using System.Text.Json;
using System.Text.Json.Serialization;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Web.Api.Requests;

namespace AdminConsole.Web.Vendors.Algolia;

/// <summary>
/// A key's attributes as they were sent. Algolia's clients wait for a change by comparing every attribute with what they sent: spaces, repeated
/// entries and what they left out included. An attribute that was changed elsewhere since is shown as it is.
/// </summary>
internal static class AlgoliaForm
{
    private static readonly JsonSerializerOptions Options = new(ApiBody.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly AlgoliaSettings Nothing = new();

    public static string Write(AlgoliaSettings sent) => JsonSerializer.Serialize(sent, Options);

    /// <summary>What was sent; nothing for a key that was made elsewhere.</summary>
    public static AlgoliaSettings Of(KeyDetails key)
    {
        try
        {
            return key.VendorForm is { } form ? JsonSerializer.Deserialize<AlgoliaSettings>(form, Options) ?? Nothing : Nothing;
        }
        catch (JsonException)
        {
            // Of another vendor, or written by somebody else.
            return Nothing;
        }
    }

    /// <summary>The text as sent while it still means what is there; null where there is nothing to show.</summary>
    public static string? Text(string? sent, string? current) =>
        sent is not null && Canonical(sent) == (current ?? "") ? sent : current is "" ? null : current;

    /// <inheritdoc cref="Text"/>
    public static IReadOnlyList<string?>? List(IReadOnlyList<string?>? sent, IReadOnlyList<string> current) =>
        sent is not null && sent.Select(Canonical).Distinct(StringComparer.Ordinal).SequenceEqual(current) ? sent
        : current.Count > 0 ? current
        : null;

    /// <inheritdoc cref="Text"/>
    public static int? Number(int? sent, int? current) => sent is 0 && current is null ? sent : current;

    private static string Canonical(string? text) => (text ?? "").Trim().Normalize();
}
