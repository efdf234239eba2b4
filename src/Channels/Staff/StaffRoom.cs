using Bupyeong.Chatbot.Channels.DirectLine;

namespace Bupyeong.Chatbot.Channels.Staff;

/// <summary>The door of the staff: off until it has a key.</summary>
public static class StaffRoom
{
    public const string Path = "/api/staff";

    public static void AddStaff(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection("Staff").Get<StaffOptions>() ?? new StaffOptions();
        options.Validate(builder.Environment.IsDevelopment());
        builder.Services.AddSingleton(options);
    }

    public static void MapStaff(this IEndpointRouteBuilder app)
    {
        var door = app.MapGroup(Path).AddEndpointFilter<DirectLineErrors>().AddEndpointFilter<StaffDoor>();
        door.MapHandovers();
        door.MapRequests();
        door.MapUnanswered();
        door.MapKnowledge();
        door.MapProposals();
        door.Map("/{**rest}", IResult () => throw DirectLineException.NotFound("There is no such call."));
    }
}
