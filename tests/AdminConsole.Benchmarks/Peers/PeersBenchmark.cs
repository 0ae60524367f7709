using AdminConsole.Benchmarks.Data;
using AdminConsole.Benchmarks.Load;
using AdminConsole.Benchmarks.Reporting;
using AdminConsole.Benchmarks.Servers;
using AdminConsole.Benchmarks.Verify;

namespace AdminConsole.Benchmarks.Peers;

/// <summary>The console beside products that are used for the same, over HTTP and by the same load.</summary>
internal sealed class PeersBenchmark(Options options, Report report)
{
    public const string Command = "peers";

    private const int Keys = 100_000;
    private const int Tokens = 1_000;

    private LoadPlan Full => new(options.Length.Run);

    public async Task RunAsync(CancellationToken cancellation)
    {
        var keys = await KnownKeys.PrepareAsync(Keys, cancellation);
        var betterAuth = await Peer.PrepareAsync("better-auth", Keys, cancellation);
        var strapi = await Peer.PrepareAsync("strapi", Tokens, cancellation);

        await CompareVerificationAsync(keys, betterAuth, strapi, cancellation);

        using var ours = new DataFolder(keys.Directory);
        using var theirs = new DataFolder(betterAuth.Directory);
        await CompareManagementAsync(keys with { Directory = ours.Path }, betterAuth with { Directory = theirs.Path }, cancellation);
    }

    private async Task CompareVerificationAsync(KnownKeys keys, Peer betterAuth, Peer strapi, CancellationToken cancellation)
    {
        await using var console = await Server.StartConsoleAsync(keys.Directory, probed: false, cancellation);
        await using var inDatabase = await betterAuth.StartAsync(PeerRequests.BetterAuthReady, cancellation);
        await using var inMemory = await betterAuth.StartAsync(PeerRequests.BetterAuthReady, cancellation, "memory");
        await using var tokens = await strapi.StartAsync(PeerRequests.StrapiReady, cancellation);
        var ours = new Trial("console", console, HttpLoad.Of(keys), new(options.Length.WholeRun));
        var byDefault = new Trial("Better Auth", inDatabase, PeerRequests.BetterAuthVerification(betterAuth), Full);
        var stored = new Trial("Better Auth, secondary storage", inMemory, PeerRequests.BetterAuthVerification(betterAuth), Full);
        var strapis = new Trial("Strapi", tokens, PeerRequests.StrapiVerification(strapi), Full);

        await Trial.RunAsync(options.Length, cancellation, ours, byDefault, stored, strapis);

        Add("verify, 100,000 keys, uniform : Better Auth with defaults", ours, byDefault, 60);
        Add("verify : Better Auth with in-process secondary storage", ours, stored, 15);
        Add("verify : Strapi with 1,000 tokens", ours, strapis, 60);
        report.Note(
            $"Server CPU of a verification: {ours.Cpu}; Better Auth {byDefault.Cpu}, with secondary storage {stored.Cpu}; Strapi {strapis.Cpu}.");
    }

    private async Task CompareManagementAsync(KnownKeys keys, Peer betterAuth, CancellationToken cancellation)
    {
        await using var console = await Server.StartConsoleAsync(keys.Directory, probed: false, cancellation, Server.Unlimited);
        await using var peer = await betterAuth.StartAsync(PeerRequests.BetterAuthReady, cancellation);
        var session = await PeerRequests.SignInAsync(peer, cancellation);
        var list = new Trial("list", console, HttpLoad.ListOf(keys), Full);
        var theirList = new Trial("Better Auth's list", peer, PeerRequests.BetterAuthList(session), Full);
        var create = new Trial("create", console, HttpLoad.CreationOf(keys), Full);
        var theirCreate = new Trial("Better Auth's create", peer, PeerRequests.BetterAuthCreation(session), Full);

        await Trial.RunAsync(options.Length, cancellation, list, theirList);
        Add("list page of 50, newest first : Better Auth's, 100,000 keys", list, theirList, 500);

        // Warm by lists alone.
        console.IsWarm = peer.IsWarm = false;
        await Trial.RunAsync(options.Length, cancellation, create, theirCreate);
        Add("create : Better Auth's, 100,000 keys", create, theirCreate, 10);
    }

    private void Add(string goal, Trial ours, Trial theirs, double least) =>
        report.Add(new(goal, ours.Throughput, theirs.Throughput, ours.ThroughputTo(theirs), Limit.AtLeast(least)));
}
