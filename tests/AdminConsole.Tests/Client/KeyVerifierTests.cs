using AdminConsole.Client;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Client;

public sealed class KeyVerifierTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Keeps_an_answer_for_as_long_as_the_console_says_and_no_longer()
    {
        await using var service = await GuardedService.StartAsync(served);
        var key = await CreateAsync(service);

        await service.GetAsync(GuardedService.Any, key.Secret.Reveal());
        await served.PassAsync(MaxAge - TimeSpan.FromMilliseconds(1));
        await service.GetAsync(GuardedService.Any, key.Secret.Reveal());
        var kept = service.Wire.Questions;
        await served.PassAsync(TimeSpan.FromMilliseconds(1));
        await service.GetAsync(GuardedService.Any, key.Secret.Reveal());

        Assert.Equal((1, 2), (kept, service.Wire.Questions));
    }

    [Fact]
    public async Task Keeps_no_refusal()
    {
        await using var service = await GuardedService.StartAsync(served);

        await service.GetAsync(GuardedService.Any, "akc_live_nonsense");
        await service.GetAsync(GuardedService.Any, "akc_live_nonsense");

        Assert.Equal((2, 0), (service.Wire.Questions, service.Get<AnswerCache>().Count));
    }

    [Fact]
    public async Task Takes_the_answer_to_one_question_for_no_other()
    {
        await using var service = await GuardedService.StartAsync(served);
        var key = await CreateAsync(service);
        var question = new AdminConsoleKeyQuestion(key.Secret.Reveal()) { Scopes = ["vm:read"], ClientIp = "10.1.2.3" };
        AdminConsoleKeyQuestion[] questions =
        [
            question,
            question with { Scopes = [] },
            question with { ClientIp = "10.1.2.4" },
            question with { ClientIp = null },
            question with { Resource = "10.1.2.3" },
            question with { Referrer = "10.1.2.3" },
            question with { Scopes = ["vm:read", "vm:drop"] },
        ];

        foreach (var asked in questions)
        {
            await service.Get<KeyVerifier>().VerifyAsync(asked, default);
        }

        Assert.Equal(questions.Length, service.Wire.Questions);
    }

    [Fact]
    public async Task Asks_the_same_question_once_at_a_time()
    {
        await using var service = await GuardedService.StartAsync(served);
        var key = await CreateAsync(service);
        service.Wire.Hold();

        var waiting = Enumerable.Range(0, 20).Select(_ => VerifyAsync(service, key)).ToList();
        service.Wire.Release();

        Assert.All(await Task.WhenAll(waiting), reply => Assert.True(reply.Answer?.Valid));
        Assert.Equal(1, service.Wire.Questions);
    }

    [Fact]
    public async Task A_client_that_leaves_takes_the_answer_from_nobody_else()
    {
        await using var service = await GuardedService.StartAsync(served);
        var key = await CreateAsync(service);
        service.Wire.Hold();

        using var leaving = new CancellationTokenSource();
        var left = service.Get<KeyVerifier>().VerifyAsync(new(key.Secret.Reveal()), leaving.Token);
        var stayed = VerifyAsync(service, key);
        await leaving.CancelAsync();
        service.Wire.Release();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        Assert.True((await stayed).Answer?.Valid);
    }

    [Fact]
    public async Task Keeps_no_answer_that_was_on_its_way_while_the_key_changed()
    {
        await using var service = await GuardedService.StartAsync(served);
        var key = await CreateAsync(service);
        service.Wire.Hold();

        var early = VerifyAsync(service, key);
        await Eventually.IsTrueAsync(() => service.Wire.Questions == 1);
        var before = service.Get<AnswerCache>().Changes;
        await served.RevokeAsync(key);
        await Eventually.IsTrueAsync(() => service.Get<AnswerCache>().Changes > before);
        var late = VerifyAsync(service, key);
        service.Wire.Release();

        Assert.Equal(("VALID", "REVOKED"), ((await early).Answer?.Code, (await late).Answer?.Code));
        Assert.Equal("REVOKED", (await VerifyAsync(service, key)).Answer?.Code);
    }

    private static Task<Reply> VerifyAsync(GuardedService service, CreatedKey key) =>
        service.Get<KeyVerifier>().VerifyAsync(new(key.Secret.Reveal()), default);

    /// <summary>A key of whose issue the service has heard, so that it hears of nothing that the test does not do.</summary>
    private async Task<CreatedKey> CreateAsync(GuardedService service)
    {
        var key = await served.CreateAsync(A.Settings(scopes: ["vm:read"]));
        await service.HasHeardAsync(served);
        return key;
    }
}
