/** The styles of a host page. */
export interface HostTheme {
  readonly name: string;
  /** Style sheets of the build, in order. */
  readonly sheets: readonly string[];
  /** Attributes of `<html>`. */
  readonly html?: string;
  /** The page's own rules. */
  readonly css?: string;
  /** Whether the page is dark. */
  readonly isDark: boolean;
  /** Whether the page has a theme of Material 3. */
  readonly hasTheme: boolean;
}

const arial = 'body { font-family: Arial, sans-serif; }';

/** The pages that a desk must look right on. */
export const hostThemes: readonly HostTheme[] = [
  { name: 'no theme', sheets: [], isDark: false, hasTheme: false },
  {
    name: 'no theme, dark by its background alone',
    sheets: [],
    css: `${arial} body { background: #1b1e21; color: #dddddd; }`,
    isDark: true,
    hasTheme: false,
  },
  {
    name: 'mat.theme, light',
    sheets: ['material3'],
    css: 'html { color-scheme: light; }',
    isDark: false,
    hasTheme: true,
  },
  { name: 'mat.theme, dark', sheets: ['material3'], css: 'html { color-scheme: dark; }', isDark: true, hasTheme: true },
  { name: 'Material 2, light', sheets: ['material2'], css: arial, isDark: false, hasTheme: false },
  {
    name: 'Material 2, dark',
    sheets: ['material2-dark'],
    css: `${arial} body { background: #303030; color: #ffffff; }`,
    isDark: true,
    hasTheme: false,
  },
  { name: 'Bootstrap, light', sheets: ['bootstrap'], isDark: false, hasTheme: false },
  { name: 'Bootstrap, dark', sheets: ['bootstrap'], html: 'data-bs-theme="dark"', isDark: true, hasTheme: false },
  { name: 'Tailwind', sheets: ['preflight'], isDark: false, hasTheme: false },
  { name: 'rude globals', sheets: ['rude'], isDark: false, hasTheme: false },
  {
    name: 'rude globals with mat.theme',
    sheets: ['material3', 'rude'],
    css: 'html { color-scheme: light; }',
    isDark: false,
    hasTheme: true,
  },
];
