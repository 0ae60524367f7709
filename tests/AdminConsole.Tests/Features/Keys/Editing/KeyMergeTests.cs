using AdminConsole.Core.Keys;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Features.Keys.Editing;

namespace AdminConsole.Tests.Features.Keys.Editing;

public sealed class KeyMergeTests
{
    private static readonly KeySettings Start = A.Settings();

    [Fact]
    public void Takes_from_each_what_only_that_one_changed()
    {
        var merge = new KeyMerge(Start, Start with { Name = "mine" }, Start with { Tags = ["theirs"] });

        Assert.True(merge.IsDecided);
        Assert.Equal(("mine", "theirs"), (merge.Merged.Name, merge.Merged.Tags.Single()));
    }

    [Fact]
    public void Leaves_to_a_person_what_both_changed()
    {
        var merge = new KeyMerge(Start, Start with { Name = "mine" }, Start with { Name = "theirs" });
        Assert.False(merge.IsDecided);

        merge.Choose(merge.Fields[0], MergeSide.Mine);

        Assert.Equal("mine", merge.Merged.Name);
    }

    [Fact]
    public void Has_nothing_to_ask_where_both_made_the_same_change()
    {
        var merge = new KeyMerge(Start, Start with { Name = "same" }, Start with { Name = "same" });

        Assert.Empty(merge.Fields);
        Assert.Equal("same", merge.Merged.Name);
    }

    [Fact]
    public void What_was_taken_away_by_either_stays_away()
    {
        var start = Start with { AllowedCidrs = ["10.0.0.0/8"], Tags = ["old"] };

        var merge = new KeyMerge(start, start with { Tags = [] }, start with { AllowedCidrs = [] });

        Assert.Empty(merge.Merged.Tags);
        Assert.Empty(merge.Merged.AllowedCidrs);
    }
}
