using AdminConsole.Web.Components.Fields;
using AngleSharp.Dom;
using Bunit;

namespace AdminConsole.Tests.Components.Fields;

public sealed class DateTimeFieldTests : FieldTest
{
    private readonly List<DateTimeOffset?> _raised = [];

    [Fact]
    public async Task A_date_alone_means_the_end_of_its_day()
    {
        var field = RenderField();

        await Input(field).ChangeAsync(new() { Value = "2026-11-30" });

        Assert.Equal("2026-11-30 23:59:59", Assert.Single(_raised)!.Value.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", null));
    }

    [Fact]
    public async Task A_time_is_taken_to_the_minute()
    {
        var field = RenderField();

        await Input(field).ChangeAsync(new() { Value = "2026-11-30" });
        await Time(field).ChangeAsync(new() { Value = "08:15" });

        Assert.Equal(new DateTimeOffset(2026, 11, 30, 8, 15, 0, TimeSpan.Zero), _raised[^1]);
    }

    [Fact]
    public async Task Clearing_the_date_raises_none()
    {
        var field = RenderField(new(2026, 11, 30, 8, 15, 0, TimeSpan.Zero));

        await field.ClickAsync("Clear Expires");

        Assert.Equal([null], _raised);
    }

    [Fact]
    public void Says_the_value_in_words_beside_it()
    {
        var field = RenderField(new(2026, 11, 30, 23, 59, 0, TimeSpan.Zero));

        Assert.Equal("30 Nov 2026, 23:59", field.Find("time").TextContent);
        Assert.Equal(("2026-11-30", "Expires: date"), (Input(field).GetAttribute("value"), Input(field).GetAttribute("aria-label")));
    }

    private static IElement Time(IRenderedComponent<DateTimeField> field) => field.Find("[type=time]");

    private IRenderedComponent<DateTimeField> RenderField(DateTimeOffset? value = null) => Render<DateTimeField>(its => its
        .Add(date => date.Label, "Expires").Add(date => date.Name, "it").Add(date => date.Value, value).Add(date => date.ValueChanged, _raised.Add));
}
