using AdminConsole.Core.Keys.Listing;

namespace AdminConsole.Web.Features.Keys.Editing;

/// <summary>Somebody else's newer version of the key being edited, and how the two go together.</summary>
public sealed record EditConflict(KeyDetails Theirs, KeyMerge Merge);
