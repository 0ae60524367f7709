using AdminConsole.Core.Policies.Addresses;

namespace AdminConsole.Core.Demo;

/// <summary>Decides how each demo key is used.</summary>
internal sealed class DemoTrafficPlanner(DateTimeOffset now, Random random)
{
    /// <summary>Days that single keys were used on before they fell silent for months.</summary>
    private const int DaysBeforeSilence = 3;

    private const int LongSilence = 95;

    private static readonly double[] Volumes = [2, 4, 8, 15, 30, 60];

    /// <summary>How the key is used; null when it never is.</summary>
    public DemoTraffic? Of(DemoUsedKey key) => OfScene(key) is { } scene ? scene : key.IsScene ? null : OfAnother(key);

    private DemoTraffic? OfScene(DemoUsedKey key) => key.Name switch
    {
        DemoScenes.Rotated when key.IsSuccessor => Daily(DemoRhythm.Office, 350, Ask(key, "203.0.113.10", 5), Ask(key, "203.0.113.11", 4)),
        DemoScenes.Rotated => Daily(DemoRhythm.Office, 420, Ask(key, "203.0.113.10", 5), Ask(key, "203.0.113.11", 4), Ask(key, "10.4.17.23", 1)) with
        {
            LaterFrom = DemoScenes.RotatedAt(now).AddHours(1),
            Later = [Ask(key, "10.4.17.23", 1)],
        },
        DemoScenes.SuddenlyRefused => Daily(
            DemoRhythm.Steady, 220, Ask(key, "198.51.100.40", 3), Ask(key, "198.51.100.41", 2), Ask(key, "203.0.113.57", 1)),
        DemoScenes.RateLimited => Daily(DemoRhythm.Office, 330, Ask(key, "203.0.113.10", 1)),
        DemoScenes.Nightly => Daily(DemoRhythm.Nightly, 120, Ask(key, "10.8.2.11", 1)),
        DemoScenes.Bursts => Daily(DemoRhythm.Bursts, 60, Ask(key, "100.71.3.8", 1), Ask(key, "172.18.4.9", 1)),
        DemoScenes.ExpiringInUse => Daily(
            DemoRhythm.Steady, 260, Ask(key, "172.18.4.9", 3), Ask(key, "172.18.4.10", 2), Asking(key, "172.18.4.10", 1, "users:write")),
        DemoScenes.LongUnused => Silent(140, Ask(key, "192.168.10.40", 1)),
        DemoScenes.ExpiredInUse => Daily(DemoRhythm.Office, 40, Ask(key, "100.71.3.8", 1)),
        DemoScenes.Disabled => Daily(DemoRhythm.Office, 25, Ask(key, "10.4.17.24", 1)),
        DemoScenes.Leaked => Daily(DemoRhythm.Steady, 90, Ask(key, "203.0.113.11", 1)) with
        {
            LaterFrom = now.AddDays(-9),
            Later = [Ask(key, "203.0.113.11", 2), .. DemoWords.Elsewhere.Select(address => Ask(key, address, 1))],
        },
        DemoScenes.Gateway => Daily(DemoRhythm.Steady, 400, Bare("10.4.17.23"), Bare("10.4.17.24")),
        DemoScenes.Terraform => Daily(DemoRhythm.Office, 14, Bare("10.8.2.11")),
        DemoScenes.AuditExport => Daily(DemoRhythm.Nightly, 12, Bare("172.18.4.9")),
        DemoScenes.RightToLeft => Daily(DemoRhythm.Office, 30, Ask(key, "100.71.3.8", 1)),
        DemoScenes.BreakGlass => Silent(33, Asking(key, "10.4.17.23", 1, "secrets:read"), Asking(key, "10.4.17.23", 1, "vm:edit", "vpc:edit")),
        _ => null,
    };

    private DemoTraffic? OfAnother(DemoUsedKey key)
    {
        var questions = Questions(key);
        var traffic = Daily((DemoRhythm)random.Next(4), Volumes[random.Next(Volumes.Length)], questions) with { BurstOffset = random.Next(8) };
        if (key.EndedAt is { } ended)
        {
            // Some go on asking with what no longer works.
            var until = random.Next(3) == 0 ? now : ended;
            return ended > traffic.From ? traffic with { Until = until } : SilentSince(ended, questions);
        }

        return random.Next(20) switch
        {
            _ when key.Settings.StartsAt > now => null,
            < 2 => null,
            < 5 => Silent(random.Next(LongSilence, 300), questions),
            < 7 => traffic with { Until = now.AddDays(-random.Next(3, 27)) },
            _ => traffic,
        };
    }

    private DemoTraffic Daily(DemoRhythm rhythm, double perDay, params DemoQuestion[] questions) =>
        new(rhythm, perDay, now.AddDays(-DemoUsage.Days), now) { Questions = questions };

    private DemoTraffic Silent(int days, params DemoQuestion[] questions) => SilentSince(now.AddDays(-days), questions);

    private static DemoTraffic SilentSince(DateTimeOffset moment, params DemoQuestion[] questions) =>
        new(DemoRhythm.Steady, 12, moment.AddDays(-DaysBeforeSilence), moment) { Questions = questions };

    /// <summary>From one to three places, mostly what the key may do, and now and then what it may not.</summary>
    private DemoQuestion[] Questions(DemoUsedKey key)
    {
        var (scopes, allowed) = (key.Settings.Scopes, key.Settings.AllowedCidrs);
        var networks = DemoWords.Networks.Where(network => allowed.Count == 0 || allowed.Contains(network.Cidr));
        var addresses = networks.SelectMany(network => network.Addresses).OrderBy(_ => random.Next()).Take(random.Next(1, 4)).ToList();
        List<DemoQuestion> questions = [.. addresses.Select(address => Asking(key, address, 20, scopes[random.Next(scopes.Count)]))];
        if (random.Next(5) == 0)
        {
            questions.Add(Ask(key, DemoWords.Elsewhere[random.Next(DemoWords.Elsewhere.Count)], 1));
        }

        if (random.Next(6) == 0)
        {
            questions.Add(Asking(key, addresses[0], 1, "users:write"));
        }

        return [.. questions];
    }

    private static DemoQuestion Ask(DemoUsedKey key, string address, int share) => Asking(key, address, share, key.Settings.Scopes[0]);

    private static DemoQuestion Asking(DemoUsedKey key, string address, int share, params string[] scopes) => new(
        new()
        {
            Scopes = scopes,
            ClientIp = Parsed(address),
            Project = key.Settings.ProjectIds.Count == 0 ? null : key.Settings.ProjectIds[0].Value,
            Resource = key.Settings.Resources.Count == 0 ? null : "docs_handbook",
            Referrer = key.Settings.Referrers.Count == 0 ? null : "https://shop.example.com/",
        },
        share);

    /// <summary>A management key is asked for no scope where it is let in.</summary>
    private static DemoQuestion Bare(string address) => new(new() { ClientIp = Parsed(address) }, 1);

    private static ClientAddress? Parsed(string address) => ClientAddress.TryParse(address, out var parsed) ? parsed : null;
}
