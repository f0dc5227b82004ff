using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Recruit.Audit;
using Recruit.Notices;
using Recruit.Persistence;
using Recruit.Shell;
using Recruit.Staff;
using Recruit.Tests.Support;

namespace Recruit.Tests.Notices;

/// <summary>From the table to a mail server and to a receiver, both of which really listen.</summary>
public sealed class SendNoticesTests : IAsyncLifetime, IDisposable
{
    private sealed record Heard(string Id, string Timestamp, string Signature, string Body);

    private readonly TestDb _db = new();
    private readonly FakeTimeProvider _clock = new(A.Now);
    private readonly MailServer _mails = new();
    private readonly ConcurrentQueue<Heard> _heard = new();
    private readonly StaffMember _ada = StaffMember.Create("ada@hospital.example", "Ada", StaffRoles.Administrator);
    private readonly StaffMember _ruth = StaffMember.Create("ruth@hospital.example", "Ruth", StaffRoles.Recruiter);
    private WebApplication _receiver = default!;
    private IHost _host = default!;
    private int _answer = 200;

    public async Task InitializeAsync()
    {
        await _db.SaveAsync(_ada, _ruth);
        var receiver = WebApplication.CreateSlimBuilder();
        receiver.WebHost.UseUrls("http://127.0.0.1:0");
        _receiver = receiver.Build();
        _receiver.MapPost("/hook", async (HttpRequest request) =>
        {
            _heard.Enqueue(new Heard(request.Headers["Recruit-Id"]!, request.Headers["Recruit-Timestamp"]!, request.Headers["Recruit-Signature"]!, await new StreamReader(request.Body).ReadToEndAsync()));
            return Results.StatusCode(_answer);
        });
        await _receiver.StartAsync();
        _host = Host(_mails.Port);
    }

    public async Task DisposeAsync()
    {
        _host.Dispose();
        await _receiver.DisposeAsync();
    }

    public void Dispose()
    {
        _mails.Dispose();
        _db.Dispose();
    }

    [Fact]
    public async Task Mail_goes_to_those_who_chose_the_kind_and_leads_back()
    {
        await TheChange.ChooseMailsAsync(_ada.Id, NoticeKinds.Failure);
        await TheChange.ChooseMailsAsync(_ruth.Id, NoticeKinds.Success);
        await NotifyAsync(NoticeKinds.Failure);

        await SendAsync();

        var mail = _mails.Mails.ShouldHaveSingleItem();
        mail.ShouldContain("To: Ada <ada@hospital.example>");
        mail.ShouldContain("Subject: Recruit: It was not posted");
        mail.ShouldContain("https://jobs.example.org/admin/deliveries");
        (await LettersAsync()).ShouldHaveSingleItem().ArrivedAt.ShouldBe(A.Now);
        await SendAsync();
        _mails.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_choice_the_roles_decide_and_the_facility_always()
    {
        var sam = StaffMember.Create("sam@hospital.example", "Sam", StaffRoles.Recruiter, [Guid.NewGuid()]);
        await _db.SaveAsync(sam);
        await NotifyAsync(NoticeKinds.Failure, facilityId: Guid.NewGuid());

        await SendAsync();

        _mails.Mails.ShouldHaveSingleItem().ShouldContain("To: Ruth");
    }

    [Fact]
    public async Task A_webhook_hears_signed_json_and_can_check_it()
    {
        var secret = await AddHookAsync(NoticeKinds.Failure);
        var notice = await NotifyAsync(NoticeKinds.Failure);

        await SendAsync();

        var heard = _heard.ShouldHaveSingleItem();
        heard.Id.ShouldBe(notice.Id.ToString());
        heard.Timestamp.ShouldBe(A.Now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
        heard.Signature.ShouldBe(WebhookSignature.Of(secret, heard.Timestamp, heard.Body));
        heard.Signature.ShouldNotBe(WebhookSignature.Of("another", heard.Timestamp, heard.Body));
        var body = System.Text.Json.JsonDocument.Parse(heard.Body).RootElement;
        (body.GetProperty("kind").GetString(), body.GetProperty("url").GetString()).ShouldBe(("failure", "https://jobs.example.org/admin/deliveries"));
        (await _db.ReadAsync(db => db.Webhooks.SingleAsync())).SealedSecret.ShouldNotContain(secret);
    }

    // printf '1700000000.{}' | openssl dgst -sha256 -hmac secret
    [Fact]
    public void The_signature_is_what_any_receiver_would_compute()
        => WebhookSignature.Of("secret", "1700000000", "{}").ShouldBe("v1=b8569b78799ff9e3cbff0fc2d63a33a2b57f3282abd07c37ae5e8e7d79a5f163");

    [Fact]
    public async Task What_is_refused_is_sent_again_with_growing_waits_under_the_same_id()
    {
        await AddHookAsync(NoticeKinds.Failure);
        await NotifyAsync(NoticeKinds.Failure);
        _answer = 503;

        await SendAsync();
        await SendAsync();
        _heard.Count.ShouldBe(1);
        (await _db.ReadAsync(db => db.TroubleAsync(default))).ShouldHaveSingleItem().Sentence.ShouldEndWith("It answered 503.");

        _clock.Advance(TimeSpan.FromSeconds(30));
        await SendAsync();
        _clock.Advance(TimeSpan.FromSeconds(30));
        await SendAsync();
        _heard.Count.ShouldBe(2);

        _answer = 204;
        _clock.Advance(TimeSpan.FromMinutes(2));
        await SendAsync();
        _heard.Select(heard => heard.Id).Distinct().Count().ShouldBe(1);
        _heard.Count.ShouldBe(3);
        (await _db.ReadAsync(db => db.TroubleAsync(default))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_removed_webhook_hears_nothing_and_one_that_asks_for_other_things_neither()
    {
        await AddHookAsync(NoticeKinds.Token);
        await AddHookAsync(NoticeKinds.Failure);
        var hook = await _db.ReadAsync(db => db.Webhooks.SingleAsync(row => row.Kinds == NoticeKinds.Failure));
        await NotifyAsync(NoticeKinds.Failure);
        _answer = 500;
        await SendAsync();

        await TheChange.RemoveWebhookAsync(_ada.Id, hook.Id);
        _clock.Advance(TimeSpan.FromHours(1));
        await SendAsync();

        _heard.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("http://hospital.example/hook")]
    [InlineData("https://user:password@hospital.example/hook")]
    [InlineData("ftp://127.0.0.1/hook")]
    [InlineData("nonsense")]
    public async Task Only_safe_addresses_become_webhooks(string url)
        => (await Should.ThrowAsync<NotAllowedException>(() => TheChange.AddWebhookAsync(_ada.Id, url, NoticeKinds.Failure))).Message.ShouldContain("https://");

    [Fact]
    public async Task Webhooks_are_an_administrators()
        => await Should.ThrowAsync<NotAllowedException>(() => TheChange.AddWebhookAsync(_ruth.Id, "https://hospital.example/hook", NoticeKinds.Failure));

    [Fact]
    public async Task A_mail_server_that_is_away_is_told_to_administrators_and_tried_again()
    {
        int free;
        using (var gone = new MailServer())
            free = gone.Port;
        using var host = Host(free);
        await NotifyAsync(NoticeKinds.Failure);

        await host.Services.GetRequiredService<SendNotices>().RunAsync(default);

        var letter = (await LettersAsync()).ShouldHaveSingleItem();
        (letter.ArrivedAt, letter.NextAt).ShouldBe((null, A.Now.AddSeconds(30)));
        letter.Failure.ShouldBe($"The mail server 127.0.0.1 cannot be reached at port {free}.");
        (await _db.ReadAsync(db => new NoticeAsks().AsksAsync(db, _ada.Id, _ada.Roles, default))).ShouldHaveSingleItem().Text.ShouldContain("cannot be reached");
        (await _db.ReadAsync(db => new NoticeAsks().AsksAsync(db, _ruth.Id, _ruth.Roles, default))).ShouldBeEmpty();

        _clock.Advance(TimeSpan.FromSeconds(30));
        await SendAsync();
        _mails.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_recipient_is_said_in_words()
    {
        _mails.RecipientAnswer = "550 who is that";
        await NotifyAsync(NoticeKinds.Failure);

        await SendAsync();

        (await LettersAsync()).ShouldHaveSingleItem().Failure.ShouldBe("The mail server does not take mail for this address.");
    }

    [Fact]
    public async Task Two_nodes_at_once_send_one()
    {
        await AddHookAsync(NoticeKinds.Failure);
        await NotifyAsync(NoticeKinds.Failure);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync()));

        (_heard.Count, _mails.Mails.Count).ShouldBe((1, 1));
    }

    [Fact]
    public async Task The_same_thing_is_told_once()
    {
        await NotifyAsync(NoticeKinds.Token, key: "token:1:7");
        await NotifyAsync(NoticeKinds.Token, key: "token:1:7");

        (await _db.ReadAsync(db => db.Notices.CountAsync())).ShouldBe(1);
    }

    private ChangeNotices TheChange => _host.Services.GetRequiredService<ChangeNotices>();

    private Task SendAsync() => _host.Services.GetRequiredService<SendNotices>().RunAsync(default);

    private Task<string> AddHookAsync(NoticeKinds kinds) => TheChange.AddWebhookAsync(_ada.Id, $"{_receiver.Urls.Single()}/hook", kinds);

    private Task<List<NoticeLetter>> LettersAsync() => _db.ReadAsync(db => db.NoticeLetters.Where(letter => letter.StaffId != null).ToListAsync());

    private async Task<Notice> NotifyAsync(NoticeKinds kind, string? key = null, Guid? facilityId = null)
    {
        var notice = new Notice
        {
            Kind = kind, Key = key ?? Guid.NewGuid().ToString(), Title = "It was not posted", Text = "ICU nurse: announcement. It was not posted.", Path = Urls.Deliveries,
            AboutId = Guid.NewGuid(), FacilityId = facilityId, At = _clock.GetUtcNow(),
        };
        await using var db = _db.CreateDbContext();
        await db.NotifyAsync(notice, default);
        await db.SaveChangesAsync();
        return notice;
    }

    private IHost Host(int mailPort)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddLogging();
        builder.Services.AddSingleton<IDbContextFactory<RecruitDb>>(_db);
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        builder.Services.Configure<SiteOptions>(site => site.BaseUrl = "https://jobs.example.org");
        builder.AddNotices();
        builder.Services.Configure<SmtpOptions>(smtp =>
            (smtp.Host, smtp.Port, smtp.Security, smtp.From) = ("127.0.0.1", mailPort, SmtpSecurity.None, "Recruit <recruit@hospital.example>"));
        return builder.Build();
    }
}
