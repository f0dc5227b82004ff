using Recruit.Compliance.Rules;

namespace Recruit.Compliance;

public static class ComplianceModule
{
    /// <summary>The guard and its rules, in the order in which an author reads their findings.</summary>
    public static IHostApplicationBuilder AddCompliance(this IHostApplicationBuilder builder)
    {
        foreach (var rule in Rules())
            builder.Services.AddSingleton(rule);

        builder.Services.AddSingleton<ComplianceGuard>();
        builder.Services.AddSingleton<CheckText>();
        return builder;
    }

    public static IReadOnlyList<IComplianceRule> Rules() =>
    [
        new LengthRule(),
        new LinkRule(),
        new PayRangeRule(),
        new PayDutyRule(),
        new ClosingDateRule(),
        new SocialSecurityRule(),
        new RecordNumberRule(),
        new BeneficiaryRule(),
        new AccountRule(),
        new AgeRule(),
        new PatientDateRule(),
        new NamedPatientRule(),
        new PatientPlaceRule(),
        new PatientContextRule(),
        new ConfirmedCareRule(),
        new RareCharacteristicRule(),
        new AuthorizationRule(),
        new LicenseRule(),
        new DeviceRule(),
        new VehicleRule(),
        new StreetRule(),
        new WebAddressRule(),
        new ReplyRule(),
        new StorySurfaceRule(),
        new ContactRule(),
        new AdWordingRule(),
        new CodedWordRule(),
    ];
}
