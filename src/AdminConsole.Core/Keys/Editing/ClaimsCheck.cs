using System.Text;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Keys.Editing;

/// <summary>Brings a key's claims into canonical form.</summary>
internal static class ClaimsCheck
{
    private static readonly Failure TooLarge = Failure.Invalid(
        KeyFields.Claims, "claims.too_large", $"Shorten the claims to {ApiKey.ClaimsMaxBytes / 1024} KiB of JSON.");

    public static Result<string> Run(string claims)
    {
        if (IsTooLarge(claims))
        {
            return TooLarge;
        }

        var canonical = JsonObjectText.Canonical(claims);
        if (!canonical.Succeeded)
        {
            return canonical.Failures.Select(failure => failure with { Field = KeyFields.Claims }).ToList();
        }

        // What is stored is checked again with the next edit, so the canonical form must fit as well.
        return IsTooLarge(canonical.Value) ? TooLarge : canonical;
    }

    private static bool IsTooLarge(string claims) => Encoding.UTF8.GetByteCount(claims) > ApiKey.ClaimsMaxBytes;
}
