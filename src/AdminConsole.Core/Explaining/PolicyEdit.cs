using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;

namespace AdminConsole.Core.Explaining;

public enum PolicyEditKind
{
    /// <summary>The field gets this value, or none.</summary>
    Set,

    /// <summary>The list gets one more entry.</summary>
    Add,

    /// <summary>The list loses this entry.</summary>
    Remove,
}

/// <summary>One entry of a suggested edit: a value set, or one entry of one list added or removed.</summary>
public sealed class PolicyEdit
{
    private readonly Func<KeyPatch, KeyPatch> _write;

    internal PolicyEdit(PolicyEditKind kind, string field, string? value, string words, Func<KeyPatch, KeyPatch> write) =>
        (Kind, Field, Value, Words, _write) = (kind, field, value, words, write);

    public PolicyEditKind Kind { get; }

    /// <summary>One of <see cref="KeyFields"/>.</summary>
    public string Field { get; }

    /// <summary>What is set, added or removed, as a diff writes it; null where the field is cleared.</summary>
    public string? Value { get; }

    /// <summary>What to do, in English words.</summary>
    public string Words { get; }

    /// <summary>The patch with this edit in it, on top of those it has for the same list.</summary>
    internal KeyPatch WriteInto(KeyPatch patch) => _write(patch);
}
