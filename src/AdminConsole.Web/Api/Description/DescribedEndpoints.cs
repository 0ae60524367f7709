using System.Diagnostics.CodeAnalysis;
using AdminConsole.Web.Api.Requests;

namespace AdminConsole.Web.Api.Description;

/// <summary>What the OpenAPI document says of an endpoint and the framework has no metadata for.</summary>
internal static class DescribedEndpoints
{
    /// <summary>Shows a body that the endpoint takes.</summary>
    public static TBuilder WithExample<TBuilder>(this TBuilder endpoint, [StringSyntax(StringSyntaxAttribute.Json)] string json, Type? body = null)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new BodyExample(json, body));

    /// <summary>Names the parameters that the endpoint takes beside the id in its address and those of its body.</summary>
    public static TBuilder Takes<TBuilder>(this TBuilder endpoint, IReadOnlyList<ParameterText> parameters)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new TakenParameters(parameters));

    /// <summary>Names the errors of its own. They are made when the document is asked for, not at every start.</summary>
    public static TBuilder Fails<TBuilder>(this TBuilder endpoint, Func<IReadOnlyList<ErrorText>> errors)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new OwnErrors(errors));

    /// <summary>Answers name the version of the thing.</summary>
    public static TBuilder AnswersETag<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new ETagAnswered());

    /// <summary>Answers another body instead of the usual one, when asked for.</summary>
    public static TBuilder AnswersAlso<TBuilder>(this TBuilder endpoint, Type body)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new OtherAnswer(body));

    /// <summary>Answers text, as it looks.</summary>
    public static TBuilder AnswersText<TBuilder>(this TBuilder endpoint, string example)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new TextAnswer(example));
}

/// <param name="Json">A body that is taken as it stands.</param>
/// <param name="Body">Its type, where the endpoint reads it by hand.</param>
internal sealed record BodyExample(string Json, Type? Body);

internal sealed record TakenParameters(IReadOnlyList<ParameterText> Parameters);

internal sealed record OwnErrors(Func<IReadOnlyList<ErrorText>> Errors);

internal sealed record ETagAnswered;

internal sealed record OtherAnswer(Type Body);

internal sealed record TextAnswer(string Example);
