using AdminConsole.Core.Projects;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Keys;

/// <summary>A project that the key is limited to.</summary>
public sealed class KeyProjectRow
{
    public required Id<Project> ProjectId { get; init; }

    public int Position { get; set; }
}
