using AdminConsole.Core.Access;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Keys;

/// <summary>A key: its settings, its state and the hash of its secret. Changes only through the use cases of this room.</summary>
public sealed class ApiKey : IIdentified
{
    public const int NameMaxLength = 255;
    public const int DescriptionMaxLength = 1000;
    public const int MaxScopes = 100;
    public const int TagMaxLength = 64;
    public const int MaxTags = 50;
    public const int MaxProjects = 100;
    public const int MaxPatterns = 100;
    public const int ClaimsMaxBytes = 16 * 1024;
    public const int RevocationCommentMaxLength = 500;
    public const int NamedCreatorMaxLength = 100;

    private KeySettings? _settings;

    private ApiKey()
    {
    }

    public static string IdPrefix => "key_";

    /// <summary>Counts up in the order of creation: the tie-breaker of every sort, and what the child rows refer to.</summary>
    public long Row { get; private init; }

    public Id<ApiKey> Id { get; private init; }

    public Id<Organization> OrganizationId { get; private init; }

    public KeyKind Kind { get; private init; }

    public string Name { get; private set; } = "";

    public string Description { get; private set; } = "";

    public Id<Owner>? OwnerId { get; private set; }

    /// <summary>Loaded where the key is to be changed.</summary>
    public List<KeyIndexEntry> Index { get; } = [];

    public DateTimeOffset? StartsAt { get; private set; }

    public DateTimeOffset? ExpiresAt { get; private set; }

    public bool Enabled { get; private set; } = true;

    public DateTimeOffset? RevokedAt { get; private set; }

    public ActorRef? RevokedBy { get; private set; }

    public RevocationReason? RevocationReason { get; private set; }

    public string? RevocationComment { get; private set; }

    /// <summary>HMAC-SHA-256 of the secret under the pepper named by <see cref="PepperId"/>.</summary>
    public byte[] SecretHash { get; private set; } = [];

    public int PepperId { get; private set; }

    /// <summary>The key's settings and state as a <see cref="KeyDocument"/>: what it may do is read from here alone.</summary>
    public string Document { get; private set; } = "";

    /// <summary>The MAC over the document and all else that decides; renewed with each change.</summary>
    public byte[] Seal { get; private set; } = [];

    /// <summary>The last four characters of the secret.</summary>
    public string Hint { get; private init; } = "";

    public string SecretFormat { get; private init; } = "";

    public DateTimeOffset CreatedAt { get; private init; }

    public ActorRef CreatedBy { get; private init; } = null!;

    /// <summary>The user for whom the creator made it, as the creator named them: a vendor's program calls for its own users.</summary>
    public string? NamedCreator { get; private init; }

    /// <summary>
    /// The settings as a vendor's client sent them, where they are shown to it as sent. What decides is <see cref="Document"/> alone.
    /// </summary>
    public string? VendorForm { get; internal set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public ActorRef UpdatedBy { get; private set; } = null!;

    /// <summary>
    /// Written by the recorder of uses, not by changes: grows no version. Null when somebody took its row away, which must not hide the key.
    /// </summary>
    public KeyLastUse? LastUse { get; private init; }

    /// <summary>Grows by one with each change; what an edit must name, and the ETag.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>The key that this one was made to replace.</summary>
    public Id<ApiKey>? Replaces { get; private set; }

    public Id<ApiKey>? ReplacedBy { get; private set; }

    public bool IsRevoked => RevokedAt is not null;

    public KeySettings Settings => _settings ??= KeyDocument.SettingsIn(Document, Name);

    /// <summary>A new key. The settings are checked; the secret's text is not kept.</summary>
    internal static ApiKey Create(
        Id<Organization> organization,
        KeyKind kind,
        KeySettings settings,
        GeneratedSecret generated,
        Actor actor,
        DateTimeOffset now,
        string? namedCreator = null)
    {
        var key = new ApiKey
        {
            Id = generated.KeyId,
            OrganizationId = organization,
            Kind = kind,
            SecretHash = generated.Hash.ToArray(),
            PepperId = generated.Hash.PepperId,
            Hint = generated.Secret.Hint,
            SecretFormat = generated.Secret.Format,
            CreatedAt = now,
            CreatedBy = ActorRef.Of(actor),
            NamedCreator = namedCreator,
            UpdatedAt = now,
            UpdatedBy = ActorRef.Of(actor),
            LastUse = new() { OrganizationId = organization },
        };
        key.Apply(settings);
        return key;
    }

    /// <summary>Changes the settings. Lists are searched and sorted by the columns and the index, which say the same.</summary>
    internal void Apply(KeySettings settings)
    {
        _settings = settings;
        Name = settings.Name;
        Description = settings.Description;
        OwnerId = settings.OwnerId;
        StartsAt = settings.StartsAt;
        ExpiresAt = settings.ExpiresAt;
        var entries = KeyIndexEntry.Of(settings).ToHashSet();
        Index.RemoveAll(entry => !entries.Remove((entry.Field, entry.Value)));
        Index.AddRange(entries.Select(entry => new KeyIndexEntry { Field = entry.Field, Value = entry.Value }));
    }

    internal void Enable(bool enabled) => Enabled = enabled;

    /// <summary>From here on the successor takes the place of this key, which ends at the moment given, or before.</summary>
    internal void HandOverTo(ApiKey successor, DateTimeOffset end)
    {
        (ReplacedBy, successor.Replaces) = (successor.Id, Id);
        Apply(Settings with { ExpiresAt = ExpiresAt < end ? ExpiresAt : end });
    }

    internal void Revoke(RevocationReason? reason, string? comment, Actor actor, DateTimeOffset now)
    {
        RevokedAt = now;
        RevokedBy = ActorRef.Of(actor);
        RevocationReason = reason;
        RevocationComment = comment;
    }

    internal void WriteDocument() => Document = KeyDocument.Write(KeySnapshot.Of(this));

    internal void SealWith(byte[] seal) => Seal = seal;

    /// <summary>Marks the end of a change: one more version, by this actor.</summary>
    internal void Stamp(Actor actor, DateTimeOffset now)
    {
        Version++;
        UpdatedAt = now;
        UpdatedBy = ActorRef.Of(actor);
    }
}
