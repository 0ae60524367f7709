using System.Text;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Account;

/// <summary>Whatever anybody sends to the account's pages is answered, and never as an error of the console's.</summary>
public sealed class HostileFormTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    private const string Utf7Part =
        "--b\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Type: text/plain; charset=utf-7\r\n\r\nx\r\n--b--\r\n";

    private static readonly string[] Pages =
        ["/account/sign-in", "/account/change-password", "/account/sign-out", "/account/arrive", "/setup", "/not-found"];

    [Theory]
    [InlineData("?SignedOut=x")]
    [InlineData("?signedOut=")]
    [InlineData("?signedOut=true&signedOut=x")]
    [InlineData("?changed=x")]
    [InlineData("?returnUrl=%00&returnUrl=%FF")]
    [InlineData("?returnUrl[]=x&=&&%")]
    public async Task A_parameter_that_makes_no_sense_is_no_error(string query)
    {
        using var browser = await served.App.SignedInBrowserAsync(origin: served.Address.ToString());
        using var stranger = served.App.OpenBrowser(served.Address.ToString());
        foreach (var page in Pages)
        {
            Assert.InRange((int)(await browser.GetAsync(page + query)).StatusCode, 200, 499);
            Assert.InRange((int)(await stranger.GetAsync(page + query)).StatusCode, 200, 499);
        }

        Assert.Empty(served.App.Log.Exceptions.Select(fault => fault.Message));
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "Form.Email=a")]
    [InlineData("application/x-www-form-urlencoded; charset=nonsense", "Form.Email=a")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-16", "Form.Email=a")]
    [InlineData("application/x-www-form-urlencoded", "%FF%00=%ED%A0%80&_handler=sign-in&_handler=x")]
    [InlineData("multipart/form-data", "x")]
    [InlineData("multipart/form-data; boundary=b", "x")]
    [InlineData("multipart/form-data; boundary=b", Utf7Part)]
    [InlineData("text/plain", "x")]
    [InlineData("application/json; charset=utf-7", "{}")]
    public async Task A_form_that_cannot_be_read_is_its_senders_fault(string type, string body)
    {
        using var client = served.Client();
        foreach (var page in Pages)
        {
            using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            var answer = await client.PostAsync(page, content);
            Assert.True((int)answer.StatusCode is >= 200 and < 500, $"{page}: {answer.StatusCode}");
        }

        Assert.Empty(served.App.Log.Exceptions.Select(fault => fault.Message));
    }
}
