namespace AdminConsole.Web.Features.Keys.Form;

public enum FormTab
{
    /// <summary>What nearly every key is given, and all that must be given: a simple key needs no other tab.</summary>
    General,

    /// <summary>Where it may be used from.</summary>
    Networks,

    /// <summary>Whose it is, and what others are told about it.</summary>
    Owner,

    /// <summary>What of, and how much.</summary>
    Limits,
}
