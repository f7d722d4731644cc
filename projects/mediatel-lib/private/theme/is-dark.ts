/** The luminance between that of black and white at which both have the same contrast with it (WCAG 2). */
const middle = 0.179;

/** Whether a CSS colour is dark; `null` for one that can be seen through, or that is no plain colour. */
export function isDark(colour: string): boolean | null {
  const hex = /^#([\da-f]{6})$/i.exec(colour)?.[1];
  if (hex !== undefined) return luminance([0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)) < middle;
  const [, name, inside] = /^(rgba?|color|oklab|oklch|lab|lch)\((.*)\)$/.exec(colour) ?? [];
  if (name === undefined || inside === undefined) return null;
  const [first = NaN, second = NaN, third = NaN, alpha = 1] = [...inside.matchAll(/(?<![\w-])-?[\d.]+/g)].map(Number);
  if (alpha < 0.5) return null;
  // The lightness at which a grey has the luminance above.
  if (name.startsWith('ok')) return first < 0.56;
  if (name.startsWith('l')) return first < 49.4;
  const channels = [first, second, third];
  return luminance(name === 'color' ? channels : channels.map((channel) => channel / 255)) < middle;
}

/** Relative luminance of sRGB channels, 0 to 1. */
function luminance(channels: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
