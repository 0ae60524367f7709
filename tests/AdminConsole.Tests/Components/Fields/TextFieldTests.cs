using AdminConsole.Web.Components.Fields;
using Bunit;

namespace AdminConsole.Tests.Components.Fields;

public sealed class TextFieldTests : FieldTest
{
    [Fact]
    public void Its_label_help_and_every_fault_belong_to_the_input()
    {
        var field = Render<TextField>(its => its
            .Add(text => text.Label, "Name").Add(text => text.Name, "it").Add(text => text.Help, "What to call it.")
            .Add(text => text.Errors, ["Too long.", "Taken."]));

        Assert.Equal("Name", LabelOf(field));
        Assert.Equal(["What to call it.", "Too long.Taken."], DescriptionsOf(field));
        Assert.Equal("true", Input(field).GetAttribute("aria-invalid"));
    }

    [Fact]
    public void Names_nothing_that_is_not_there()
    {
        var field = Render<TextField>(its => its.Add(text => text.Label, "Name").Add(text => text.Name, "it"));

        Assert.False(Input(field).HasAttribute("aria-describedby"));
        Assert.Equal(("false", "false"), (Input(field).GetAttribute("aria-invalid"), Input(field).GetAttribute("aria-required")));
    }

    [Fact]
    public async Task Raises_each_keystroke_and_keeps_the_faults_meanwhile()
    {
        var typed = new List<string?>();
        var field = Render<TextField>(its => its
            .Add(text => text.Label, "Name").Add(text => text.Name, "it").Add(text => text.Errors, ["Taken."])
            .Add(text => text.ValueChanged, typed.Add));

        await Input(field).InputAsync(new() { Value = "c" });
        await Input(field).InputAsync(new() { Value = "ci" });

        Assert.Equal(["c", "ci"], typed);
        Assert.Equal("Taken.", Assert.Single(DescriptionsOf(field)));
    }

    [Fact]
    public async Task A_text_of_several_lines_is_wired_and_raised_alike()
    {
        string? typed = null;
        var field = Render<TextAreaField>(its => its
            .Add(text => text.Label, "Note").Add(text => text.Name, "it").Add(text => text.Help, "For people.")
            .Add(text => text.ValueChanged, text => typed = text));

        await Input(field).InputAsync(new() { Value = "a\nb" });

        Assert.Equal(("Note", "TEXTAREA", "a\nb"), (LabelOf(field), Input(field).TagName, typed));
        Assert.Equal(["For people."], DescriptionsOf(field));
    }
}
