using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;

namespace AdminConsole.Web.Features.Keys.Editing;

public enum MergeSide { Mine, Theirs }

/// <summary>A field in which two edits of the same version differ.</summary>
/// <param name="Start">What both were made from.</param>
/// <param name="IsContested">Both changed it, so only a person can choose.</param>
public sealed record MergeField(
    string Field, IReadOnlyList<string> Start, IReadOnlyList<string> Mine, IReadOnlyList<string> Theirs, bool IsContested);

/// <summary>Brings an edit together with the one that was saved while it was made, field by field.</summary>
public sealed class KeyMerge
{
    private readonly KeySettings _mine;
    private readonly KeySettings _theirs;
    private readonly Dictionary<string, MergeSide> _chosen = new(StringComparer.Ordinal);

    public KeyMerge(KeySettings start, KeySettings mine, KeySettings theirs)
    {
        (_mine, _theirs) = (mine, theirs);
        var byMe = KeyDiff.Between(start, mine).ToDictionary(change => change.Field, StringComparer.Ordinal);
        var byThem = KeyDiff.Between(start, theirs).ToDictionary(change => change.Field, StringComparer.Ordinal);
        Fields = [.. KeyDiff.Between(mine, theirs).Select(apart => new MergeField(
            apart.Field,
            byMe.GetValueOrDefault(apart.Field)?.Before ?? byThem[apart.Field].Before,
            apart.Before,
            apart.After,
            byMe.ContainsKey(apart.Field) && byThem.ContainsKey(apart.Field)))];
        foreach (var field in Fields.Where(field => !field.IsContested))
        {
            _chosen[field.Field] = byMe.ContainsKey(field.Field) ? MergeSide.Mine : MergeSide.Theirs;
        }
    }

    public IReadOnlyList<MergeField> Fields { get; }

    public bool IsDecided => Fields.All(apart => _chosen.ContainsKey(apart.Field));

    /// <summary>Theirs, with the fields of mine that were chosen.</summary>
    public KeySettings Merged =>
        KeyPatch.Of(_mine, _chosen.Where(choice => choice.Value is MergeSide.Mine).Select(choice => choice.Key).ToHashSet()).ApplyTo(_theirs);

    public MergeSide? Chosen(MergeField field) => _chosen.TryGetValue(field.Field, out var side) ? side : null;

    public void Choose(MergeField field, MergeSide side) => _chosen[field.Field] = side;
}
