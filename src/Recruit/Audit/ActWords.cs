namespace Recruit.Audit;

/// <summary>What people read for an act. A test holds that every act has its words.</summary>
public static class ActWords
{
    private static readonly Dictionary<string, string> Table = new()
    {
        [Acts.FacilityCreated] = "Facility added",
        [Acts.FacilityChanged] = "Facility changed",
        [Acts.VacancyCreated] = "Vacancy added",
        [Acts.VacancyChanged] = "Vacancy changed",
        [Acts.VacancyOpened] = "Vacancy opened",
        [Acts.VacancyPaused] = "Vacancy paused",
        [Acts.VacancyClosed] = "Vacancy closed",
        [Acts.VacanciesImported] = "Vacancies imported",
        [Acts.BroadcastSubmitted] = "Broadcast sent for approval",
        [Acts.DeliveryApproved] = "Delivery approved",
        [Acts.DeliverySentBack] = "Delivery sent back",
        [Acts.DeliveryEdited] = "Delivery edited",
        [Acts.DeliveryHeld] = "Delivery held",
        [Acts.DeliveryCancelled] = "Delivery canceled",
        [Acts.DeliverySkipped] = "Delivery skipped",
        [Acts.DeliveryPostponed] = "Delivery moved to a later time",
        [Acts.DeliveryBeyondCap] = "Delivery sent beyond the monthly cap",
        [Acts.DeliverySentLate] = "Overdue delivery sent after the pause",
        [Acts.DeliveryAttempted] = "Delivery tried",
        [Acts.DeliveryLost] = "Delivery lost from sight",
        [Acts.DeliverySettled] = "Delivery settled",
        [Acts.TakeDownAsked] = "Take-down asked for",
        [Acts.DeliveryRemoved] = "Delivery removed",
        [Acts.AccountAdded] = "Account added",
        [Acts.AccountChanged] = "Account changed",
        [Acts.AccountPaused] = "Account paused",
        [Acts.AccountResumed] = "Account resumed",
        [Acts.AccountStopped] = "Account stopped by the network",
        [Acts.LoginBegun] = "Login at a network begun",
        [Acts.TokenRenewed] = "Account's token renewed",
        [Acts.RenewalEnded] = "Account's token can no longer be renewed",
        [Acts.TargetingChanged] = "Target profile changed",
        [Acts.NoticeAccepted] = "Notice on discrimination accepted",
        [Acts.PauseStarted] = "All deliveries paused",
        [Acts.PauseEnded] = "All deliveries resumed",
        [Acts.StaffInvited] = "Person added",
        [Acts.StaffChanged] = "Roles or facilities changed",
        [Acts.StaffDisabled] = "Person disabled",
        [Acts.StaffEnabled] = "Person enabled",
        [Acts.SignInLinkMade] = "Sign-in link made",
        [Acts.ApiKeyMade] = "API key made",
        [Acts.ApiKeyRevoked] = "API key revoked",
        [Acts.MailsChosen] = "Mails chosen",
        [Acts.WebhookAdded] = "Webhook added",
        [Acts.WebhookRemoved] = "Webhook removed",
        [Acts.SignedIn] = "Signed in",
    };

    public static IReadOnlyDictionary<string, string> All => Table;

    public static string Of(string act) => Table.GetValueOrDefault(act, act);
}
