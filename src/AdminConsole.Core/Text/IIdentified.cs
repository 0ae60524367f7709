namespace AdminConsole.Core.Text;

/// <summary>Something with an id of its own.</summary>
public interface IIdentified
{
    /// <summary>What its ids start with when a person sees them: <c>key_</c>.</summary>
    static abstract string IdPrefix { get; }
}
