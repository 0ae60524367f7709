namespace AdminConsole.Web.Resources;

/// <summary>Marks Texts.resx, which holds every word the console shows: <c>IStringLocalizer&lt;Texts&gt;</c> reads it.</summary>
public sealed class Texts;
