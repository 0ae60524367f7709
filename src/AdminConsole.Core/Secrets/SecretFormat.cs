namespace AdminConsole.Core.Secrets;

/// <summary>How a new secret is written: the console's own way, or that of the vendor in whose wire format the key is made.</summary>
public sealed class SecretFormat
{
    internal const int NativeLength = NativeFormat.Length;
    internal const int ClerkLength = VendorSecrets.ClerkLength;
    internal const int StackLength = StackFormat.Length;

    private readonly Func<Guid, string> _write;

    private SecretFormat(string name, Func<Guid, string> write) => (Name, _write) = (name, write);

    public static SecretFormat Clerk { get; } = new("clerk", _ => VendorSecrets.Clerk());

    public static SecretFormat Nirvana { get; } = new("nirvana", _ => VendorSecrets.Nirvana());

    public static SecretFormat Algolia { get; } = new("algolia", _ => VendorSecrets.Algolia());

    public static SecretFormat StackUser { get; } = Stack("stack_sk_user", StackFormat.User, isPublic: false);

    public static SecretFormat StackPublicUser { get; } = Stack("stack_pk_user", StackFormat.User, isPublic: true);

    public static SecretFormat StackTeam { get; } = Stack("stack_sk_team", StackFormat.Team, isPublic: false);

    public static SecretFormat StackPublicTeam { get; } = Stack("stack_pk_team", StackFormat.Team, isPublic: true);

    private static SecretFormat Live { get; } = Own(SecretEnvironment.Live);

    private static SecretFormat Test { get; } = Own(SecretEnvironment.Test);

    private static SecretFormat Management { get; } = Own(SecretEnvironment.Management);

    private static IReadOnlyList<SecretFormat> All { get; } =
        [Live, Test, Management, Clerk, Nirvana, Algolia, StackUser, StackPublicUser, StackTeam, StackPublicTeam];

    /// <summary>Stored with the key, and shown: <c>akc_live</c>, <c>clerk</c>.</summary>
    public string Name { get; }

    public static SecretFormat Native(SecretEnvironment environment) => environment switch
    {
        SecretEnvironment.Live => Live,
        SecretEnvironment.Test => Test,
        SecretEnvironment.Management => Management,
        _ => throw new ArgumentOutOfRangeException(nameof(environment)),
    };

    /// <summary>The format that a key was made in, by the name stored with it. An unknown name stands for the live one.</summary>
    public static SecretFormat Named(string name) => All.FirstOrDefault(format => format.Name == name) ?? Live;

    /// <summary>The name of the format that the text has beyond doubt; null for other texts, some of which may be secrets as well.</summary>
    public static string? NameMarkedBy(ReadOnlySpan<char> text) => text switch
    {
        _ when NativeFormat.Matches(text) => text[..text.LastIndexOf('_')].ToString(),
        _ when StackFormat.IsMarked(text) && StackFormat.HasChecksum(text) => $"stack_{text[..2]}_{StackFormat.OwnerIn(text)}",
        _ when VendorSecrets.IsClerk(text) => Clerk.Name,
        _ => null,
    };

    /// <summary>The name of the format without a mark whose form the word has; null for other words.</summary>
    public static string? NameOfWord(ReadOnlySpan<char> word) =>
        VendorSecrets.MayBeAlgolia(word) ? Algolia.Name : VendorSecrets.MayBeNirvana(word) ? Nirvana.Name : null;

    /// <summary>Makes a new secret of at least 128 random bits.</summary>
    /// <param name="keyId">The id of its key, which is part of the secret in Stack's format.</param>
    public KeySecret Generate(Guid keyId)
    {
        var text = _write(keyId);
        while (KeySecret.Check(text) is SecretCheck.WrongChecksum)
        {
            // One in 17 million of Nirvana's begins as ours do, and would be refused for its checksum.
            text = _write(keyId);
        }

        return new(text, Name);
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private static SecretFormat Own(SecretEnvironment environment) => new(NativeFormat.NameOf(environment), _ => NativeFormat.Write(environment));

    private static SecretFormat Stack(string name, string owner, bool isPublic) =>
        new(name, keyId => StackFormat.Write(owner, isPublic, VendorSecrets.StackRandom(), keyId));
}
