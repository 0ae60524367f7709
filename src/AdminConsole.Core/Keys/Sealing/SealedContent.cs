using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Keys.Sealing;

/// <summary>
/// A key as the bytes that its seal covers: all that decides, or is handed to whoever verifies. The hash of its secret comes first. The order is part
/// of the seal: a new field goes to the end, and needs every row sealed anew.
/// </summary>
internal static class SealedContent
{
    public static void Write(ArrayBufferWriter<byte> buffer, StoredKey key)
    {
        buffer.Write(key.SecretHash.ToArray());
        Write(buffer, key.Id.Value);
        Write(buffer, key.OrganizationId.Value);
        Write(buffer, (long)key.Kind);
        Write(buffer, key.Name);
        Write(buffer, key.OwnerId?.Value ?? Guid.Empty);
        Write(buffer, key.Version);
        Write(buffer, key.Enabled ? 1 : 0);
        Write(buffer, key.RevokedAt);
        Write(buffer, key.StartsAt);
        Write(buffer, key.ExpiresAt);
        Write(buffer, key.Limits.MaxVerificationsPerIpPerHour ?? 0);
        Write(buffer, key.Limits.MaxHitsPerQuery ?? 0);
        Write(buffer, key.Limits.QueryParameters);
        Write(buffer, key.Claims);
        Write(buffer, key.Scopes);
        Write(buffer, key.AllowedCidrs);
        Write(buffer, key.BlockedCidrs);
        Write(buffer, key.Resources);
        Write(buffer, key.Referrers);
        Write(buffer, key.ProjectIds.Count);
        foreach (var project in key.ProjectIds)
        {
            Write(buffer, project.Value);
        }
    }

    /// <summary>The key that was written.</summary>
    /// <param name="row">Its row; no part of the content.</param>
    /// <param name="hash">The hash that the content begins with, and its pepper.</param>
    public static StoredKey Read(long row, SecretHash hash, ReadOnlySpan<byte> content)
    {
        var reader = new Reader(content[SecretHash.Size..]);
        return new()
        {
            Row = row,
            SecretHash = hash,
            Seal = [],
            Id = new(reader.Guid()),
            OrganizationId = new(reader.Guid()),
            Kind = (KeyKind)reader.Number(),
            Name = reader.Text()!,
            OwnerId = reader.Guid() is var owner && owner == Guid.Empty ? null : new(owner),
            Version = (int)reader.Number(),
            Enabled = reader.Number() != 0,
            RevokedAt = reader.Moment(),
            StartsAt = reader.Moment(),
            ExpiresAt = reader.Moment(),
            Limits = reader.Limits(),
            Claims = reader.Text(),
            Scopes = reader.Texts(),
            AllowedCidrs = reader.Texts(),
            BlockedCidrs = reader.Texts(),
            Resources = reader.Texts(),
            Referrers = reader.Texts(),
            ProjectIds = reader.ProjectIds(),
        };
    }

    private static void Write(ArrayBufferWriter<byte> buffer, IReadOnlyList<string> texts)
    {
        Write(buffer, texts.Count);
        foreach (var text in texts)
        {
            Write(buffer, text);
        }
    }

    // Each text with its length before it, so that no two rows are written alike; none is not the same as empty.
    private static void Write(ArrayBufferWriter<byte> buffer, string? text)
    {
        if (text is null)
        {
            Write(buffer, -1);
            return;
        }

        Write(buffer, Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, buffer);
    }

    private static void Write(ArrayBufferWriter<byte> buffer, DateTimeOffset? moment) =>
        Write(buffer, moment?.ToUnixTimeMilliseconds() ?? long.MinValue);

    private static void Write(ArrayBufferWriter<byte> buffer, Guid id)
    {
        id.TryWriteBytes(buffer.GetSpan(16));
        buffer.Advance(16);
    }

    private static void Write(ArrayBufferWriter<byte> buffer, long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(buffer.GetSpan(sizeof(long)), number);
        buffer.Advance(sizeof(long));
    }

    private ref struct Reader(ReadOnlySpan<byte> content)
    {
        private ReadOnlySpan<byte> _rest = content;

        public Guid Guid() => new(Take(16));

        public long Number() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

        public DateTimeOffset? Moment() => Number() is not long.MinValue and var moment ? DateTimeOffset.FromUnixTimeMilliseconds(moment) : null;

        public string? Text() => Number() is >= 0 and var length ? Encoding.UTF8.GetString(Take((int)length)) : null;

        public KeyLimits Limits()
        {
            var limits = new KeyLimits(Limit(), Limit(), Text());
            return limits == KeyLimits.None ? KeyLimits.None : limits;
        }

        public string[] Texts()
        {
            var texts = new string[Number()];
            for (var i = 0; i < texts.Length; i++)
            {
                texts[i] = Text()!;
            }

            return texts;
        }

        public Id<Project>[] ProjectIds()
        {
            var ids = new Id<Project>[Number()];
            for (var i = 0; i < ids.Length; i++)
            {
                ids[i] = new(Guid());
            }

            return ids;
        }

        private int? Limit() => Number() is not 0 and var limit ? (int)limit : null;

        private ReadOnlySpan<byte> Take(int length)
        {
            var taken = _rest[..length];
            _rest = _rest[length..];
            return taken;
        }
    }
}
