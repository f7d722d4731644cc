import { isDark } from './is-dark';
import { readerOf } from './page-reader';

/** Light or dark. */
export type Scheme = 'light' | 'dark';

/** The `color-scheme` to set at the parts and at their overlays; `null` where the page's own is right. */
export interface Schemes {
  readonly part: Scheme | null;
  readonly overlays: string | null;
}

/**
 * Decides between light and dark.
 *
 * A `color-scheme` of the page wins, also one at the part alone: its overlays then have the same. Without it, the theme's
 * surface decides, and without a theme the background behind the part.
 * @param ours What was decided before: it is not the page's.
 */
export function schemeAt(part: Element, place: Element, ours: Scheme | null): Schemes {
  const said = getComputedStyle(part).colorScheme;
  const around = getComputedStyle(place).colorScheme;
  if (around !== 'normal') return { part: null, overlays: said };
  if (said !== 'normal' && said !== ours) return { part: null, overlays: said };
  const surface = readerOf(place)('--mat-sys-surface');
  const dark = surface === '' ? isBackgroundDark(place) : isDark(surface);
  const scheme = dark === null ? null : dark ? 'dark' : 'light';
  return { part: scheme, overlays: scheme };
}

/** Whether the nearest background that can't be seen through is dark; `null` if there is none. */
function isBackgroundDark(place: Element): boolean | null {
  for (let element: Element | null = place; element; element = element.parentElement) {
    const dark = isDark(getComputedStyle(element).backgroundColor);
    if (dark !== null) return dark;
  }
  return null;
}
