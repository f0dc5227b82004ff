using Microsoft.AspNetCore.Http.HttpResults;
using Recruit.Sandbox.Bluesky;
using Recruit.Sandbox.Mastodon;

namespace Recruit.Sandbox.OAuth;

/// <summary>Networks where a person makes a key by hand and pastes it, instead of logging in from a program.</summary>
public static class Keys
{
    public static bool AreMadeAt(string network) => network is Networks.Mastodon or Networks.Bluesky;

    /// <summary>Under this name the book of grants keeps them.</summary>
    public static string BookOf(string network) => network == Networks.Bluesky ? BlueskySessions.Passwords : network;

    public static async Task<IResult> MakeAsync(string network, HttpContext context, World world)
    {
        var account = (await context.Request.ReadFormAsync(context.RequestAborted))["account"].ToString().Trim();
        if (!AreMadeAt(network) || !CallContext.IsId(account))
            return new RazorComponentResult<OAuthTrouble>(new { Network = network, Why = "Give the number of the account, up to 19 digits." }) { StatusCode = 400 };

        world.Accounts.FirstUse(network, account);
        var book = BookOf(network);
        var app = world.OAuth.Apps(book) is [var known, ..] ? known : world.OAuth.Announce(book, "Recruit", "");
        var grant = world.OAuth.Issue(app, account, network == Networks.Mastodon ? MastodonNetwork.Scopes : ["com.atproto.appPass"], life: null, refreshable: false);
        return context.Request.Headers.Accept.ToString().Contains("json", StringComparison.Ordinal) ? Answers.Of(201, new { key = grant.AccessToken }) : Results.Redirect($"/{network}/developer");
    }
}
