using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Recruit.Accounts;
using Recruit.Broadcasts;
using Recruit.Deliveries;
using Recruit.Facilities;
using Recruit.Persistence;
using Recruit.Shell.Practice;
using Recruit.Staff;
using Recruit.Vacancies;

namespace Recruit.Rehearsal;

/// <summary>Staff, accounts, and one planned broadcast whose copies are the models of as many deliveries as a run needs.</summary>
public sealed class Cast
{
    public static readonly IReadOnlyList<string> AllNetworks = ["x", "linkedin", "facebook"];

    private readonly Stage _stage;
    private readonly Dictionary<string, Delivery> _models = [];
    private Vacancy _opening = new();
    private int _number;

    private Cast(Stage stage) => _stage = stage;

    public StaffMember Hr { get; } = StaffMember.Create("hr@hospital.example.org", "Hana", StaffRoles.Hr, []);
    public StaffMember Recruiter { get; } = StaffMember.Create("recruiter@hospital.example.org", "Ruth", StaffRoles.Recruiter, []);
    public IReadOnlyList<Account> Accounts { get; private set; } = [];

    public static async Task<Cast> EnterAsync(Stage stage, int accountsPerNetwork, IReadOnlyList<string>? networks = null)
    {
        var cast = new Cast(stage);
        await using var db = await stage.Databases.CreateDbContextAsync();
        var now = TimeProvider.System.GetUtcNow();
        var sample = SampleHospital.For(DateOnly.FromDateTime(now.UtcDateTime), now);
        db.Users.AddRange(cast.Hr, cast.Recruiter);
        db.Facilities.AddRange(sample.Facilities);
        cast._opening = sample.Vacancies[0];
        var vacancy = NewVacancy(sample.Vacancies[0], 0);
        db.Vacancies.Add(vacancy);
        await db.SaveChangesAsync();

        var add = stage.Services.GetRequiredService<AddAccount>();
        var accounts = new List<Account>();
        foreach (var (network, place) in (networks ?? AllNetworks).Select((network, place) => (network, place)))
            for (var number = 1; number <= accountsPerNetwork; number++)
            {
                var id = $"{place + 1}{number:00000}";
                accounts.Add(await add.RunAsOperatorAsync(new NewAccount(network, $"{network} {number}", id, "", new Dictionary<string, string> { ["access_token"] = $"practice-{id}" })));
            }

        cast.Accounts = accounts;
        await cast.PlanModelsAsync(vacancy.Id);
        return cast;
    }

    /// <summary>Those who entered before, in another process perhaps.</summary>
    public static async Task<Cast> AgainAsync(Stage stage)
    {
        var cast = new Cast(stage);
        await using var db = await stage.Databases.CreateDbContextAsync();
        cast.Accounts = await db.Accounts.AsNoTracking().ToListAsync();
        foreach (var model in await db.Deliveries.AsNoTracking().Include(delivery => delivery.Account).Where(delivery => delivery.State == DeliveryState.Held).ToListAsync())
            cast._models[model.Account!.Channel.Value] = model;
        return cast;
    }

    /// <summary>As many deliveries that went out long ago, copied inside the database.</summary>
    public async Task RememberAsync(int count)
    {
        var models = await DeliverAsync(Accounts.Take(1).Select(account => (account, TimeProvider.System.GetUtcNow().AddDays(-1))));
        await using var db = await _stage.Databases.CreateDbContextAsync();
        var model = await db.Deliveries.SingleAsync(row => row.Id == models[0].Id);
        model.Claim(TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(1), Guid.NewGuid());
        model.Appear("model", null, TimeProvider.System.GetUtcNow().AddYears(-1));
        await db.SaveChangesAsync();
        await db.Database.CloseConnectionAsync();
        await History.CopyAsync(db, count);
    }

    /// <summary>Approved deliveries, each with its own words and link code. What is due before the app starts is sent once it has.</summary>
    public async Task<IReadOnlyList<Delivery>> DeliverAsync(IEnumerable<(Account Account, DateTimeOffset DueAt)> wishes)
    {
        var now = TimeProvider.System.GetUtcNow();
        var approver = new Actor(Recruiter.Id, Recruiter.Name);
        var made = new List<Delivery>();
        foreach (var chunk in wishes.Chunk(500))
        {
            await using var db = await _stage.Databases.CreateDbContextAsync();
            foreach (var (account, dueAt) in chunk)
            {
                var delivery = Copy(_models[account.Channel.Value], account.Id, now);
                delivery.Plan(dueAt);
                delivery.Approve(approver, now);
                db.Deliveries.Add(delivery);
                made.Add(delivery);
            }

            await db.SaveChangesAsync();
        }

        return made;
    }

    /// <summary>The same number for each account, due at one instant.</summary>
    public Task<IReadOnlyList<Delivery>> BurstAsync(int perAccount, DateTimeOffset dueAt, Func<Account, bool>? on = null) =>
        DeliverAsync(Accounts.Where(on ?? (_ => true)).SelectMany(account => Enumerable.Repeat((account, dueAt), perAccount)));

    private Delivery Copy(Delivery model, Guid accountId, DateTimeOffset now)
    {
        var code = LinkCode.Mint();
        var number = Interlocked.Increment(ref _number);
        var words = JsonColumn.Write(model.Content)
            .Replace(model.LinkCode!, code, StringComparison.Ordinal)
            .Replace("unit 0", $"unit {number}", StringComparison.Ordinal);
        return new Delivery
        {
            FacilityId = model.FacilityId,
            AccountId = accountId,
            CreatedAt = now,
            Label = $"Copy {number}",
            Content = JsonColumn.Read<PostContent>(words),
            LinkCode = code,
            Facts = model.Facts with { LinkCode = code },
            Writers = [Hr.Id],
            NotAfter = model.NotAfter,
            LatePolicy = LatePolicy.Skip,
        };
    }

    private async Task PlanModelsAsync(Guid vacancyId)
    {
        var one = Accounts.DistinctBy(account => account.Channel).ToList();
        var plan = _stage.Services.GetRequiredService<PlanBroadcast>();
        var preview = await plan.PreviewAsync(vacancyId, [.. one.Select(account => account.Id)], new BroadcastChoices(true, null, null, null, false));
        var chosen = preview.Copies.Select(copy => new ChosenCopy(copy.Post, copy.LinkCode, copy.Content.Targeting, null, MayGoToEveryone: true)).ToList();
        if (await plan.RunAsync(vacancyId, chosen, LatePolicy.Skip, Hr.Id) is not BroadcastResult.Submitted)
            throw new InvalidOperationException("The broadcast that the others are copied from was refused.");

        await using var db = await _stage.Databases.CreateDbContextAsync();
        foreach (var model in await db.Deliveries.AsNoTracking().Include(delivery => delivery.Account).ToListAsync())
            _models[model.Account!.Channel.Value] = model;
    }

    /// <summary>Open vacancies numbered from one, shown on the public pages.</summary>
    public async Task OpenVacanciesAsync(int count)
    {
        foreach (var numbers in Enumerable.Range(1, count).Chunk(500))
        {
            await using var db = await _stage.Databases.CreateDbContextAsync();
            db.Vacancies.AddRange(numbers.Select(number => NewVacancy(_opening, number)));
            await db.SaveChangesAsync();
        }
    }

    private static Vacancy NewVacancy(Vacancy model, int number)
    {
        var vacancy = new Vacancy { CreatedAt = model.CreatedAt, ChangedAt = model.ChangedAt };
        VacancyFacts.Copy(model, vacancy);
        (vacancy.RequisitionId, vacancy.Slug, vacancy.Title) = ($"R-{number}", $"nurse-{number}", $"Registered Nurse, unit {number}");
        vacancy.Open(model.CreatedAt);
        return vacancy;
    }
}
