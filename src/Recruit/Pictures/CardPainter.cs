using System.Text;
using Microsoft.Extensions.Caching.Memory;
using SkiaSharp;

namespace Recruit.Pictures;

/// <summary>
/// Draws cards, one at a time: 3 MB while it draws, and at most <see cref="Kept"/> finished ones of some 40 KB afterwards. Brings its own font, so that it needs none on the machine.
/// Letters that the font lacks, such as emoji, are left out of the picture.
/// </summary>
public sealed class CardPainter : IDisposable
{
    public const int Width = 1200;
    public const int Height = 630;
    public const string ContentType = "image/png";

    private const int Kept = 64;
    private const int Margin = 64;
    private const int PanelHeight = 190;
    private const float Spacing = 1.14f;

    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(30);
    private static readonly float[] TitleSizes = [88, 80, 72, 64, 58];
    private static readonly float[] PaySizes = [58, 52, 46, 40];
    private static readonly float[] FactSizes = [44, 40];

    private readonly SemaphoreSlim _turn = new(1);
    private readonly MemoryCache _cards = new(new MemoryCacheOptions { SizeLimit = Kept });
    private readonly Lazy<SKTypeface> _regular = new(() => Load("OpenSans-Regular"));
    private readonly Lazy<SKTypeface> _bold = new(() => Load("OpenSans-Bold"));

    /// <summary>A PNG of <see cref="Width"/> by <see cref="Height"/> pixels.</summary>
    public async Task<byte[]> PaintAsync(CardFacts facts, CancellationToken ct)
    {
        if (_cards.TryGetValue(facts, out byte[]? known))
            return known!;

        await _turn.WaitAsync(ct);
        try
        {
            // Who waited may find that it was drawn meanwhile.
            return _cards.TryGetValue(facts, out known) ? known! : _cards.Set(facts, Paint(facts), new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = KeptFor });
        }
        finally
        {
            _turn.Release();
        }
    }

    private byte[] Paint(CardFacts facts)
    {
        var brand = SKColor.TryParse(facts.Color, out var color) ? color : SKColors.Black;
        using var bitmap = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(brand);
            var below = Panel(canvas, facts, brand);
            var top = Margin + Line(canvas, Drawable(facts.Employer), Margin, FactSizes, _regular.Value, SKColors.White);
            var bottom = below - Margin / 2 - Line(canvas, Drawable(facts.Place), below - Margin / 2, FactSizes, _regular.Value, SKColors.White, standsOn: true);
            Title(canvas, Drawable(facts.Title), top, bottom);
        }

        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    /// <summary>What people ask first, dark on white. Gives where it begins.</summary>
    private float Panel(SKCanvas canvas, CardFacts facts, SKColor brand)
    {
        var (pay, shift) = (Drawable(facts.Pay), Drawable(facts.Shift));
        if (pay.Length + shift.Length == 0)
            return Height;

        var top = Height - PanelHeight;
        using var white = new SKPaint { Color = SKColors.White };
        canvas.DrawRect(0, top, Width, PanelHeight, white);
        var dark = new SKColor(0x1f, 0x25, 0x2b);
        if (pay.Length == 0 || shift.Length == 0)
        {
            var (text, face, ink) = pay.Length > 0 ? (pay, _bold.Value, brand) : (shift, _regular.Value, dark);
            Line(canvas, text, top + (PanelHeight - (PaySizes[0] * Spacing)) / 2, PaySizes, face, ink);
            return top;
        }

        Line(canvas, pay, top + 20, PaySizes, _bold.Value, brand);
        Line(canvas, shift, Height - 28, FactSizes, _regular.Value, dark, standsOn: true);
        return top;
    }

    private void Title(SKCanvas canvas, string title, float top, float bottom)
    {
        var fitted = Fit(title, TitleSizes, bottom - top - (Margin / 2), _bold.Value);
        using var font = new SKFont(_bold.Value, fitted.Size);
        var height = fitted.Lines.Count * fitted.Size * Spacing;
        var y = top + ((bottom - top - height) / 2);
        Write(canvas, fitted, y, font, SKColors.White);
    }

    /// <summary>One line, made smaller and then shorter until it fits.</summary>
    /// <param name="standsOn">True: <paramref name="y"/> is below it, else above it.</param>
    /// <returns>Its height; zero when there is nothing to write.</returns>
    private static float Line(SKCanvas canvas, string text, float y, float[] sizes, SKTypeface face, SKColor ink, bool standsOn = false)
    {
        if (text.Length == 0)
            return 0;

        var fitted = Fit(text, sizes, 0, face);
        using var font = new SKFont(face, fitted.Size);
        var height = fitted.Size * Spacing;
        Write(canvas, fitted, standsOn ? y - height : y, font, ink);
        return height;
    }

    private static CardLines Fit(string text, float[] sizes, float height, SKTypeface face)
    {
        using var font = new SKFont(face);
        return CardLines.Fit(text, sizes, Width - (2 * Margin), height, Spacing, (words, size) =>
        {
            font.Size = size;
            return font.MeasureText(words);
        });
    }

    private static void Write(SKCanvas canvas, CardLines words, float y, SKFont font, SKColor ink)
    {
        using var paint = new SKPaint { Color = ink, IsAntialias = true };
        foreach (var line in words.Lines)
        {
            canvas.DrawText(line, Margin, y + (words.Size * 0.9f), SKTextAlign.Left, font, paint);
            y += words.Size * Spacing;
        }
    }

    private string Drawable(string text)
    {
        using var regular = new SKFont(_regular.Value);
        using var bold = new SKFont(_bold.Value);
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
                kept.Append(' ');
            else if (regular.ContainsGlyph(rune.Value) && bold.ContainsGlyph(rune.Value))
                kept.Append(rune.ToString());
        }

        return string.Join(' ', kept.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static SKTypeface Load(string name)
    {
        using var font = typeof(CardPainter).Assembly.GetManifestResourceStream($"Recruit.Pictures.{name}.ttf")!;
        return SKTypeface.FromStream(font);
    }

    public void Dispose()
    {
        foreach (var face in new[] { _regular, _bold })
        {
            if (face.IsValueCreated)
                face.Value.Dispose();
        }

        _cards.Dispose();
        _turn.Dispose();
    }
}
