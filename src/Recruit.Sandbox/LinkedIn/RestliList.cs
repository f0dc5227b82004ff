namespace Recruit.Sandbox.LinkedIn;

/// <summary>
/// List(a,b) in a query by Rest.li 2.0: brackets and commas stand as they are, the values are percent-encoded. Anything else is an error,
/// as a client that encodes the whole, or nothing, finds out at the real service.
/// </summary>
public static class RestliList
{
    /// <summary>Null with <paramref name="isWrong"/> false means that the parameter is absent.</summary>
    public static IReadOnlyList<string>? Read(HttpRequest request, string name, out bool isWrong)
    {
        isWrong = false;
        var raw = (request.QueryString.Value ?? "").TrimStart('?').Split('&').FirstOrDefault(part => part.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];
        if (raw is null)
            return null;

        if (!raw.StartsWith("List(", StringComparison.Ordinal) || !raw.EndsWith(')') || raw.Contains(':'))
        {
            isWrong = true;
            return null;
        }

        return [.. raw["List(".Length..^1].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];
    }
}
