namespace AdminConsole.Core.SecuredKeys;

/// <summary>Whether secured keys, which Algolia's clients derive from a key without asking, verify.</summary>
/// <param name="AreVerified">If not, nothing is kept that they could be told by.</param>
public sealed record SecuredKeyOptions(bool AreVerified)
{
    public static readonly SecuredKeyOptions Default = new(true);
}
