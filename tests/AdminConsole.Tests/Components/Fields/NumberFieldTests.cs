using AdminConsole.Web.Components.Fields;
using Bunit;

namespace AdminConsole.Tests.Components.Fields;

public sealed class NumberFieldTests : FieldTest
{
    private readonly List<long?> _raised = [];

    [Theory]
    [InlineData("7", 7L)]
    [InlineData("5000", 5000L)]
    [InlineData("-3", -3L)]
    [InlineData("", null)]
    public async Task Raises_what_was_typed_also_when_it_is_out_of_range(string typed, long? raised)
    {
        var field = RenderField();

        await Input(field).InputAsync(new() { Value = typed });
        await Input(field).BlurAsync(new());

        Assert.Equal([raised], _raised);
        Assert.Equal(typed, Input(field).GetAttribute("value") ?? "");
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    public async Task What_is_no_whole_number_is_out_of_range_and_not_none(string typed)
    {
        var field = RenderField();

        await Input(field).InputAsync(new() { Value = typed });

        Assert.Equal([0L], _raised);
    }

    [Fact]
    public void Shows_a_value_with_its_range_label_and_faults()
    {
        var field = RenderField(12, "At most 100.");

        Assert.Equal(("12", "1", "100"), (Input(field).GetAttribute("value"), Input(field).GetAttribute("min"), Input(field).GetAttribute("max")));
        Assert.Equal("Limit", LabelOf(field));
        Assert.Equal(["At most 100."], DescriptionsOf(field));
    }

    private IRenderedComponent<NumberField> RenderField(long? value = null, params string[] errors) => Render<NumberField>(its => its
        .Add(number => number.Label, "Limit").Add(number => number.Name, "it").Add(number => number.Min, 1).Add(number => number.Max, 100)
        .Add(number => number.Value, value).Add(number => number.Errors, errors).Add(number => number.ValueChanged, _raised.Add));
}
