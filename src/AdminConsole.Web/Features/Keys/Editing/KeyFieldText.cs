using System.Globalization;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Organizations.UseCases;
using AdminConsole.Core.Text;
using AdminConsole.Web.Components.Browser;
using AdminConsole.Web.Resources;
using Microsoft.Extensions.Localization;

namespace AdminConsole.Web.Features.Keys.Editing;

/// <summary>Fields and their values as people read them: projects and owners by name, moments in the viewer's zone.</summary>
internal sealed class KeyFieldText(IStringLocalizer<Texts> texts, ViewerZone zone)
{
    public string Label(string field) => texts[$"KeyDialog.Field.{field}"];

    public IReadOnlyList<string> Values(string field, IReadOnlyList<string> values, OrganizationChoices choices) =>
        [.. values.Select(value => Value(field, value, choices))];

    private string Value(string field, string value, OrganizationChoices choices) => field switch
    {
        KeyFields.Owner => choices.Owners.FirstOrDefault(owner => Same(owner.Id, value))?.Name ?? value,
        KeyFields.Projects => choices.Projects.FirstOrDefault(project => Same(project.Id, value))?.Name ?? value,
        KeyFields.StartsAt or KeyFields.ExpiresAt => Moment(DateTimeOffset.Parse(value, CultureInfo.InvariantCulture)),
        _ => value,
    };

    private static bool Same<T>(Id<T> id, string value)
        where T : IIdentified => string.Equals(id.ToString(), value, StringComparison.Ordinal);

    private string Moment(DateTimeOffset moment) => string.Create(
        CultureInfo.CurrentCulture,
        $"{zone.ToLocal(moment).ToString(texts["Components.Moment.Format"], CultureInfo.CurrentCulture)} "
            + $"({moment.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC)");
}
