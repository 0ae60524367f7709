using AdminConsole.Core.Secrets;

namespace AdminConsole.Web.Features.Keys.Secret;

/// <summary>
/// Carries a new secret to the reveal dialog and is empty afterwards: the library keeps a dialog's parameters, and must not
/// keep this one.
/// </summary>
public sealed class SecretHandover(KeySecret secret)
{
    private KeySecret? _secret = secret;

    public string Hint { get; } = secret.Hint;

    /// <summary>The secret, the first time; null ever after.</summary>
    public KeySecret? Take()
    {
        var taken = _secret;
        _secret = null;
        return taken;
    }
}
