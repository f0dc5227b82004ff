namespace Recruit.Compliance.Patients;

/// <summary>What a sentence may hold that, together with another clue, makes one patient of it. None is a finding alone.</summary>
public enum Clue
{
    /// <summary>Illness, injury, treatment or device.</summary>
    Condition,
    /// <summary>How it went: went home, rang the bell, passed away.</summary>
    Outcome,
    /// <summary>A verb that tells a story.</summary>
    Past,
    /// <summary>A time close to one event: last night, in March, two weeks later.</summary>
    Time,
    /// <summary>The language of duties: when, each, ensures, patients.</summary>
    Duty,
    /// <summary>Thanks, sorrow or praise: the language of replies.</summary>
    Thanks,
    /// <summary>One person's age.</summary>
    Age,
    /// <summary>He or she, where both are not meant.</summary>
    Pronoun,
    /// <summary>He or she as the one who acts: an advertisement for an opening has nobody to speak of so.</summary>
    HeOrSheActs,
    /// <summary>"His stroke", "her first chemo".</summary>
    TheirCondition,
    /// <summary>"Our patient", "one of our residents".</summary>
    OurPatient,
    /// <summary>"A patient", "the baby".</summary>
    SomePatient,
    /// <summary>"A man", "the young mother".</summary>
    SomePerson,
    /// <summary>Somebody whom a town knows by office or news.</summary>
    KnownPerson,
    /// <summary>A room or bed by number.</summary>
    Room,
    /// <summary>"Your surgery", "your mother".</summary>
    YourCare,
    /// <summary>"My son's asthma", "I was a patient".</summary>
    MyCare,
    /// <summary>A town's or newspaper's talk: on Channel 9, the only one this year.</summary>
    Talk,
    /// <summary>Our unit or our people gave the care.</summary>
    CareHere,
}
