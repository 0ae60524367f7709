using AdminConsole.Core.Organizations.UseCases;

namespace AdminConsole.Web.Features.Keys.Display;

/// <summary>What the owners and projects that a key's history names by id are called now.</summary>
public sealed class KeyNames
{
    private readonly Dictionary<string, string> _names;

    private KeyNames(Dictionary<string, string> names) => _names = names;

    public static KeyNames None { get; } = new([]);

    public static KeyNames Of(OrganizationChoices choices) => new(new(
        [
            .. choices.Owners.Select(owner => KeyValuePair.Create(owner.Id.ToString(), owner.Name)),
            .. choices.Projects.Select(project => KeyValuePair.Create(project.Id.ToString(), project.Name)),
        ]));

    /// <summary>The name, or the id of what has none here.</summary>
    public string this[string id] => _names.GetValueOrDefault(id, id);
}
