using AdminConsole.Core.Text;

namespace AdminConsole.Tests.Text;

/// <summary>The examples of RFC 7396, appendix A, that are about objects, and what stands for itself.</summary>
public sealed class JsonMergeTests
{
    [Theory]
    [InlineData("""{"a":"b"}""", """{"a":"c"}""", """{"a":"c"}""")]
    [InlineData("""{"a":"b"}""", """{"b":"c"}""", """{"a":"b","b":"c"}""")]
    [InlineData("""{"a":"b"}""", """{"a":null}""", "{}")]
    [InlineData("""{"a":"b","b":"c"}""", """{"a":null}""", """{"b":"c"}""")]
    [InlineData("""{"a":["b"]}""", """{"a":"c"}""", """{"a":"c"}""")]
    [InlineData("""{"a":"c"}""", """{"a":["b"]}""", """{"a":["b"]}""")]
    [InlineData("""{"a":{"b":"c"}}""", """{"a":{"b":"d","c":null}}""", """{"a":{"b":"d"}}""")]
    [InlineData("""{"a":[{"b":"c"}]}""", """{"a":[1]}""", """{"a":[1]}""")]
    [InlineData("""{"e":null}""", """{"a":1}""", """{"e":null,"a":1}""")]
    [InlineData("{}", """{"a":{"bb":{"ccc":null}}}""", """{"a":{"bb":{}}}""")]
    [InlineData(null, """{"a":1,"b":null}""", """{"a":1}""")]
    public void Merges_objects_as_the_standard_does(string? target, string patch, string merged) =>
        Assert.Equal(merged, JsonObjectText.Merge(target, patch));

    [Fact]
    public void Keeps_letters_and_numbers_as_they_were_written() =>
        Assert.Equal("""{"naïve":"Zoë <&>","n":1.50,"more":1e2}""", JsonObjectText.Merge("""{"naïve":"Zoë <&>","n":1.50}""", """{"more":1e2}"""));

    [Theory]
    [InlineData(null)]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("""{"a":1,"a":2}""")]
    public void Leaves_a_patch_that_is_no_object_to_be_refused(string? patch) => Assert.Equal(patch, JsonObjectText.Merge("""{"a":"b"}""", patch));
}
