using Microsoft.EntityFrameworkCore;
using Recruit.Accounts;
using Recruit.Channels;
using Recruit.Persistence;

namespace Recruit.Deliveries;

/// <summary>A look that came to nothing, as the rest of the step needs it.</summary>
/// <param name="InARow">How many failed one after another, with this one; 0 when it failed with the account.</param>
public sealed record FailedLook(string Reason, Setback? Setback, int InARow)
{
    public const string Outcome = "Failed";

    /// <summary>What the attempt is called: one that failed with the account does not count among the others.</summary>
    public string Name => InARow == 0 ? Setback!.Kind.ToString() : Outcome;

    public void Move(Delivery row, DateTimeOffset now, RetryTimes times) => row.LookFailed(Reason, InARow, Setback?.Until, now, times);

    public static FailedLook NoToken { get; } = Of(new Setback(SetbackKind.SignedOut, "Its token cannot be read any more. Enter it again."));

    public static async Task<FailedLook> OfAsync(IDbContextFactory<RecruitDb> databases, Guid deliveryId, string reason, Setback? setback, RetryTimes times, CancellationToken ct)
    {
        if (setback is { Kind: SetbackKind.Throttled or SetbackKind.SignedOut or SetbackKind.Stopped })
            return Of(setback);

        await using var db = await databases.CreateDbContextAsync(ct);
        var latest = await db.Attempts.AsNoTracking().Where(attempt => attempt.DeliveryId == deliveryId && attempt.Kind != AttemptKind.Repeat)
            .OrderByDescending(attempt => attempt.StartedAt).ThenByDescending(attempt => attempt.Id).Take(times.FailedLooks).ToListAsync(ct);
        return new FailedLook(reason, setback, latest.TakeWhile(attempt => attempt is { Kind: AttemptKind.Look, Outcome: Outcome }).Count() + 1);
    }

    private static FailedLook Of(Setback setback) => new(setback.Reason, setback, 0);
}
