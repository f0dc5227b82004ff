using System.Globalization;

namespace Recruit.Sandbox.LinkedIn;

/// <summary>A place with the part of a page's followers that live in it.</summary>
public sealed record Place(string Urn, string Name, Place? Within, double Share)
{
    public string DisplayText => Within is null ? Name : $"{Name}, {Within.DisplayText}";

    public bool IsInside(IReadOnlySet<string> urns) => Within is not null && (urns.Contains(Within.Urn) || Within.IsInside(urns));
}

/// <summary>
/// Only the urn of the United States (and of the United Kingdom) is LinkedIn's own; the others are numbered here, since a
/// client has to look them up by geoTypeahead anyway. States: people in millions; cities: part of their state.
/// </summary>
public static class Places
{
    private const string StateTable =
        """
        Alabama 5.1;Alaska 0.7;Arizona 7.4;Arkansas 3.1;California 39.0;Colorado 5.9;Connecticut 3.6;Delaware 1.0;District of Columbia 0.7;Florida 22.6;
        Georgia 11.0;Hawaii 1.4;Idaho 2.0;Illinois 12.5;Indiana 6.9;Iowa 3.2;Kansas 2.9;Kentucky 4.5;Louisiana 4.6;Maine 1.4;Maryland 6.2;Massachusetts 7.0;
        Michigan 10.0;Minnesota 5.7;Mississippi 2.9;Missouri 6.2;Montana 1.1;Nebraska 2.0;Nevada 3.2;New Hampshire 1.4;New Jersey 9.3;New Mexico 2.1;
        New York 19.6;North Carolina 10.8;North Dakota 0.8;Ohio 11.8;Oklahoma 4.1;Oregon 4.2;Pennsylvania 13.0;Rhode Island 1.1;South Carolina 5.4;
        South Dakota 0.9;Tennessee 7.1;Texas 30.5;Utah 3.4;Vermont 0.6;Virginia 8.7;Washington 7.8;West Virginia 1.8;Wisconsin 5.9;Wyoming 0.6
        """;

    private const string CityTable =
        """
        Birmingham Alabama 0.22;Phoenix Arizona 0.63;Tucson Arizona 0.14;Los Angeles California 0.33;San Diego California 0.09;San Francisco California 0.12;
        San Jose California 0.05;Sacramento California 0.06;Fresno California 0.03;Bakersfield California 0.02;Denver Colorado 0.5;Hartford Connecticut 0.33;
        Miami Florida 0.27;Orlando Florida 0.12;Tampa Florida 0.14;Jacksonville Florida 0.07;Atlanta Georgia 0.55;Boise Idaho 0.4;Chicago Illinois 0.7;
        Indianapolis Indiana 0.3;Des Moines Iowa 0.22;Louisville Kentucky 0.28;New Orleans Louisiana 0.27;Portland Maine 0.38;Baltimore Maryland 0.45;
        Boston Massachusetts 0.68;Worcester Massachusetts 0.12;Detroit Michigan 0.43;Minneapolis Minnesota 0.6;Kansas City Missouri 0.3;Saint Louis Missouri 0.4;
        Omaha Nebraska 0.48;Las Vegas Nevada 0.73;Newark New Jersey 0.2;Albuquerque New Mexico 0.43;New York City New York 0.6;Buffalo New York 0.06;
        Rochester New York 0.05;Charlotte North Carolina 0.25;Raleigh North Carolina 0.14;Cleveland Ohio 0.18;Columbus Ohio 0.18;Cincinnati Ohio 0.17;
        Oklahoma City Oklahoma 0.35;Portland Oregon 0.5;Philadelphia Pennsylvania 0.33;Pittsburgh Pennsylvania 0.18;Nashville Tennessee 0.29;
        Memphis Tennessee 0.17;Houston Texas 0.24;Dallas Texas 0.26;Austin Texas 0.08;San Antonio Texas 0.08;El Paso Texas 0.03;Salt Lake City Utah 0.37;
        Burlington Vermont 0.35;Richmond Virginia 0.15;Washington District of Columbia 0.98;Seattle Washington 0.5;Spokane Washington 0.07;Milwaukee Wisconsin 0.27;Madison Wisconsin 0.11
        """;

    private const double UnitedStatesShare = 0.92;

    public static readonly IReadOnlyList<Place> All = Build();

    private static readonly Dictionary<string, Place> ByUrn = All.ToDictionary(place => place.Urn);

    public static Place? Find(string urn) => ByUrn.GetValueOrDefault(urn);

    /// <summary>Followers in any of the places; one inside another counts once.</summary>
    public static double Share(IReadOnlySet<string> urns) => urns.Select(Find).OfType<Place>().Where(place => !place.IsInside(urns)).Sum(place => place.Share);

    private static List<Place> Build()
    {
        var country = new Place("urn:li:geo:103644278", "United States", null, UnitedStatesShare);
        var places = new List<Place> { country, new("urn:li:geo:101165590", "United Kingdom", null, 0.01) };
        var rows = StateTable.Split(';', StringSplitOptions.TrimEntries).Select(Row).ToList();
        var people = rows.Sum(row => row.Number);
        foreach (var (index, (name, number)) in rows.Index())
            // Half by people, half alike: a hospital's followers are not spread as the nation is, and small states must be worth practicing in.
            places.Add(new Place($"urn:li:geo:{910000001 + index}", name, country, UnitedStatesShare * ((0.5 * number / people) + (0.5 / rows.Count))));

        var states = places.Where(place => place.Within == country).OrderByDescending(place => place.Name.Length).ToList();
        foreach (var (index, (name, share)) in CityTable.Split(';', StringSplitOptions.TrimEntries).Select(Row).Index())
        {
            var state = states.Find(state => name.EndsWith(" " + state.Name, StringComparison.Ordinal)) ?? throw new InvalidOperationException($"{name} lies in no state.");
            places.Add(new Place($"urn:li:geo:{920000001 + index}", name[..^(state.Name.Length + 1)], state, state.Share * share));
        }

        return places;
    }

    private static (string Name, double Number) Row(string row)
    {
        var space = row.LastIndexOf(' ');
        return (row[..space], double.Parse(row[(space + 1)..], CultureInfo.InvariantCulture));
    }
}
