namespace AdminConsole.Core.Access;

/// <summary>Who did something, as it is remembered: the name is the one of that time, and outlives the actor.</summary>
public sealed record ActorRef(string Id, string Name)
{
    public const int IdMaxLength = 64;
    public const int NameMaxLength = 255;

    public static ActorRef Of(Actor actor) => new(actor.Id, actor.Name);
}
