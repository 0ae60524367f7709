using AdminConsole.Web.Components.Fields;
using Bunit;

namespace AdminConsole.Tests.Components.Fields;

public sealed class CheckListFieldTests : FieldTest
{
    [Fact]
    public async Task Each_value_has_a_named_tick_and_a_tick_raises_all_that_are_chosen()
    {
        IReadOnlyList<string> chosen = [];
        var field = Render<CheckListField>(its => its
            .Add(list => list.Label, "Scopes").Add(list => list.Name, "it")
            .Add(list => list.Options, [new("a", "vm:read", "Reads"), new("b", "vm:edit")])
            .Add(list => list.Values, ["a"]).Add(list => list.Errors, ["Too many."]).Add(list => list.ValuesChanged, values => chosen = values));
        var ticks = field.FindAll("[name=it]");

        await ticks[1].ChangeAsync(new() { Value = true });

        Assert.Equal(["a", "b"], chosen);
        Assert.Equal("vm:read", field.Find($"#{ticks[0].GetAttribute("aria-labelledby")}").TextContent);
        Assert.Equal("Reads", field.Find($"#{ticks[0].GetAttribute("aria-describedby")}").TextContent.Trim());
        Assert.Equal("true", ticks[0].GetAttribute("aria-invalid"));
        Assert.Equal("Too many.", field.Find(".ac-errors").TextContent.Trim());
    }
}
