using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Features.Keys.List;
using Microsoft.AspNetCore.WebUtilities;

namespace AdminConsole.Tests.Features.Keys.List;

public sealed class KeyListUrlTests
{
    [Fact]
    public void Says_nothing_of_what_is_usual() => Assert.Equal("keys?org=acme", KeyListUrl.Of(new(), "acme"));

    [Fact]
    public void Comes_back_as_it_went()
    {
        var view = new KeyListView
        {
            Tab = KeyTab.Management,
            Search = "50% & ключ=?",
            Statuses = [KeyStatus.Active, KeyStatus.Revoked],
            UnusedDays = 30,
            Tag = "a,b",
            Scope = "vm:read",
            OwnerId = Id<Owner>.New(A.Monday),
            ProjectId = Id<Project>.New(A.Monday),
            Sort = KeySort.LastUsed,
            Descending = false,
            Cursor = "eyJ-_",
            Size = 100,
        };

        var back = Read(KeyListUrl.Of(view, "acme"));

        Assert.Equal(view.Statuses, back.Statuses);
        Assert.Equal(view, back with { Statuses = view.Statuses });
    }

    [Fact]
    public void Is_the_same_for_the_same_view_in_whatever_order_it_was_chosen()
    {
        var one = new KeyListView().WithStatus(KeyStatus.Revoked).WithStatus(KeyStatus.Active);
        var other = new KeyListView().WithStatus(KeyStatus.Active).WithStatus(KeyStatus.Revoked);

        Assert.Equal(KeyListUrl.Of(one, "acme"), KeyListUrl.Of(other, "acme"));
    }

    [Theory]
    [InlineData("sort=3&dir=up&size=51")]
    [InlineData("sort=Name&size=-25&status=0,ACTIVE,,gone&tab=Revoked&unused=0")]
    [InlineData("owner=nobody&project=&q=%20&tag=&scope=%09&cursor=")]
    public void What_it_does_not_know_is_as_usual(string query)
    {
        var view = Read($"keys?{query}");

        Assert.Equal("keys?org=acme", KeyListUrl.Of(view, "acme"));
    }

    [Fact]
    public void A_status_is_named_once() => Assert.Equal([KeyStatus.Active], Read("keys?tab=all&status=active,active").Statuses);

    [Theory]
    [InlineData("status=revoked", "keys?org=acme&tab=revoked")]
    [InlineData("status=active&sort=name", "keys?org=acme&tab=active&sort=name")]
    [InlineData("status=scheduled", "keys?org=acme&tab=all&status=scheduled")]
    [InlineData("status=active,revoked", "keys?org=acme&tab=all&status=active,revoked")]
    public void An_address_from_before_there_were_tabs_opens_the_tab_of_its_status(string query, string expected) =>
        Assert.Equal(expected, Uri.UnescapeDataString(KeyListUrl.Of(Read($"keys?{query}"), "acme")));

    [Theory]
    [InlineData("tab=revoked&status=active&unused=7", "keys?org=acme&tab=revoked&unused=7")]
    [InlineData("tab=unused&unused=7", "keys?org=acme&tab=unused")]
    public void What_the_tab_decides_itself_is_left_out(string query, string expected) =>
        Assert.Equal(expected, KeyListUrl.Of(Read($"keys?{query}"), "acme"));

    [Theory]
    [InlineData("…3f9a")]
    [InlineData("akc_live_0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLM")]
    public void A_search_that_may_hold_a_secret_is_dropped(string search) =>
        Assert.Null(Read($"keys?q={Uri.EscapeDataString(search)}").Search);

    private static KeyListView Read(string address)
    {
        var query = QueryHelpers.ParseQuery(address[address.IndexOf('?', StringComparison.Ordinal)..]);
        string? Of(string name) => query.TryGetValue(name, out var value) ? value.ToString() : null;
        return new KeyListUrl
        {
            Tab = Of("tab"),
            Q = Of("q"),
            Status = Of("status"),
            Unused = Of("unused"),
            Tag = Of("tag"),
            Scope = Of("scope"),
            Owner = Of("owner"),
            Project = Of("project"),
            Sort = Of("sort"),
            Dir = Of("dir"),
            Cursor = Of("cursor"),
            Size = Of("size"),
        }.ToView();
    }
}
