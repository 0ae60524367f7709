using AdminConsole.Web.Components.Fields;
using Bunit;

namespace AdminConsole.Tests.Components.Fields;

public sealed class SelectFieldTests : FieldTest
{
    private static readonly SelectOption<int?>[] Sizes = [new(1, "Small"), new(2, "Large")];

    private readonly List<int?> _raised = [];

    [Fact]
    public void Is_a_named_list_with_its_help_and_faults()
    {
        var field = RenderField(2, "Choose.");

        Assert.Equal(("combobox", "Size", "Large"), (Input(field).GetAttribute("role"), LabelOf(field), Input(field).GetAttribute("value")));
        Assert.Equal(["How big.", "Choose."], DescriptionsOf(field));
        Assert.Equal("true", Input(field).GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Raises_what_is_chosen()
    {
        var field = RenderField();

        await Popovers.ChooseAsync(Input(field), "Small");

        Assert.Equal([1], _raised);
    }

    [Fact]
    public async Task The_empty_choice_gives_no_value()
    {
        var field = RenderField(2);

        await Popovers.ChooseAsync(Input(field), "Any size");

        Assert.Equal([null], _raised);
    }

    [Fact]
    public void A_value_that_is_no_longer_offered_is_shown()
    {
        var field = RenderField(3);

        Assert.Equal("3", Input(field).GetAttribute("value"));
    }

    private IRenderedComponent<SelectField<int?>> RenderField(int? value = null, params string[] errors) => Render<SelectField<int?>>(its => its
        .Add(select => select.Label, "Size").Add(select => select.Name, "it").Add(select => select.Help, "How big.")
        .Add(select => select.Placeholder, "Any size")
        .Add(select => select.Options, Sizes).Add(select => select.Value, value).Add(select => select.Errors, errors)
        .Add(select => select.ValueChanged, _raised.Add));
}
