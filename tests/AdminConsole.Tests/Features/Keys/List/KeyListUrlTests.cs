using AdminConsole.Keys;
using AdminConsole.Owners;
using AdminConsole.Projects;
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
            Search = "50% & ключ=?",
            Statuses = [KeyStatus.Active, KeyStatus.Revoked],
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
        var one = new KeyListView().Toggle(KeyStatus.Revoked).Toggle(KeyStatus.Active);
        var other = new KeyListView().Toggle(KeyStatus.Active).Toggle(KeyStatus.Revoked);

        Assert.Equal(KeyListUrl.Of(one, "acme"), KeyListUrl.Of(other, "acme"));
    }

    [Theory]
    [InlineData("sort=3&dir=up&size=51")]
    [InlineData("sort=Name&size=-25&status=0,ACTIVE,,gone")]
    [InlineData("owner=nobody&project=&q=%20&tag=&scope=%09&cursor=")]
    public void What_it_does_not_know_is_as_usual(string query)
    {
        var view = Read($"keys?{query}");

        Assert.Equal("keys?org=acme", KeyListUrl.Of(view, "acme"));
    }

    [Fact]
    public void Names_a_status_once() => Assert.Equal([KeyStatus.Active], Read("keys?status=active,active").Statuses);

    private static KeyListView Read(string address)
    {
        var query = QueryHelpers.ParseQuery(address[address.IndexOf('?', StringComparison.Ordinal)..]);
        string? Of(string name) => query.TryGetValue(name, out var value) ? value.ToString() : null;
        return new KeyListUrl
        {
            Q = Of("q"),
            Status = Of("status"),
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
