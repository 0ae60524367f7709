namespace AdminConsole.Core.Secrets;

/// <summary>What a native secret is for; visible in its prefix, so that a person and a scanner can tell.</summary>
public enum SecretEnvironment
{
    Live,
    Test,

    /// <summary>For the console's own API.</summary>
    Management,
}
