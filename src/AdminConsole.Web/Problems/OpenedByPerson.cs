namespace AdminConsole.Web.Problems;

/// <summary>Marks an endpoint that a page's form is sent to, though it is no page.</summary>
internal sealed class OpenedByPerson;
