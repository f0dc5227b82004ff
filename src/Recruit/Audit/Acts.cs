namespace Recruit.Audit;

/// <summary>Every act that enters the trail, by the word of the feature it belongs to.</summary>
public static class Acts
{
    public const string FacilityCreated = "facility.created";
    public const string FacilityChanged = "facility.changed";

    public const string VacancyCreated = "vacancy.created";
    public const string VacancyChanged = "vacancy.changed";
    public const string VacancyOpened = "vacancy.opened";
    public const string VacancyPaused = "vacancy.paused";
    public const string VacancyClosed = "vacancy.closed";
    public const string VacanciesImported = "vacancies.imported";

    public const string BroadcastSubmitted = "broadcast.submitted";

    public const string DeliveryApproved = "delivery.approved";
    public const string DeliverySentBack = "delivery.sent-back";
    public const string DeliveryEdited = "delivery.edited";
    public const string DeliveryHeld = "delivery.held";
    public const string DeliveryCancelled = "delivery.cancelled";
    public const string DeliverySkipped = "delivery.skipped";
    public const string DeliveryPostponed = "delivery.postponed";
    public const string DeliveryBeyondCap = "delivery.beyond-cap";
    public const string DeliverySentLate = "delivery.sent-late";
    public const string DeliveryAttempted = "delivery.attempted";
    public const string DeliveryLost = "delivery.lost";
    public const string DeliverySettled = "delivery.settled";
    public const string TakeDownAsked = "delivery.take-down-asked";
    public const string DeliveryRemoved = "delivery.removed";

    public const string AccountAdded = "account.added";
    public const string AccountChanged = "account.changed";
    public const string AccountPaused = "account.paused";
    public const string AccountResumed = "account.resumed";
    public const string AccountStopped = "account.stopped";
    public const string LoginBegun = "account.login-begun";
    public const string TokenRenewed = "account.token-renewed";
    public const string RenewalEnded = "account.renewal-ended";

    public const string TargetingChanged = "targeting.changed";
    public const string NoticeAccepted = "targeting.notice-accepted";

    public const string PauseStarted = "pause.started";
    public const string PauseEnded = "pause.ended";

    public const string StaffInvited = "staff.invited";
    public const string StaffChanged = "staff.changed";
    public const string StaffDisabled = "staff.disabled";
    public const string StaffEnabled = "staff.enabled";
    public const string SignInLinkMade = "staff.link-made";
    public const string ApiKeyMade = "key.made";
    public const string ApiKeyRevoked = "key.revoked";
    public const string MailsChosen = "notices.mails-chosen";
    public const string WebhookAdded = "notices.webhook-added";
    public const string WebhookRemoved = "notices.webhook-removed";
    public const string SignedIn = "staff.signed-in";
}
