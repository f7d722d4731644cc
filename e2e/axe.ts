import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** How a page may look: `contrast` is the demo app's high-contrast theme. */
export const themes = ['light', 'dark', 'contrast light', 'contrast dark'] as const;
export type Theme = (typeof themes)[number];

/** Turns the page to a theme, whatever it was. */
export async function wear(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme: theme.endsWith('dark') ? 'dark' : 'light', reducedMotion: 'reduce' });
  await page.evaluate((contrast) => {
    const { dataset } = document.documentElement;
    // A colour on its way from one theme to the next is nobody's choice.
    if (!('isStill' in dataset)) {
      const still = new CSSStyleSheet();
      still.replaceSync('*, *::before, *::after { transition: none !important; }');
      document.adoptedStyleSheets.push(still);
      dataset['isStill'] = '';
    }
    if (contrast) dataset['theme'] = 'contrast';
    else delete dataset['theme'];
  }, theme.startsWith('contrast'));
}

/**
 * axe, at one look among many: its half a megabyte goes to the page once, and of what is well nothing comes back. There are no
 * frames, for which alone axe's newer way opens a page of its own at each look.
 */
async function axe(page: Page): Promise<AxeBuilder> {
  const isThere = await page.evaluate(() => 'axe' in window);
  return new AxeBuilder({ page, ...(isThere && { axeSource: ';' }) })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] });
}

/** What axe finds on the page but for colours, which `paleTexts` looks at. */
export async function violations(page: Page, without: readonly string[] = []): Promise<readonly string[]> {
  return found((await axe(page)).disableRules(['color-contrast', ...without]));
}

/** What depends on colours alone: 4.5:1, in high contrast 7:1. */
export async function paleTexts(page: Page, theme: Theme): Promise<readonly string[]> {
  const rule = theme.startsWith('contrast') ? 'color-contrast-enhanced' : 'color-contrast';
  return found((await axe(page)).withRules(rule));
}

async function found(builder: AxeBuilder): Promise<readonly string[]> {
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${target.join(' ')} ${any[0]?.message ?? ''}`),
  );
}
