namespace AdminConsole.Core.Keys;

/// <summary>Why a key was revoked.</summary>
public enum RevocationReason
{
    Leaked,
    Rotated,
    OwnerLeft,
    Unused,
    Policy,

    /// <summary>Something else; the comment says what.</summary>
    Other,
}
