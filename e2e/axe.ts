import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** The themes of a page; `contrast` is the demo app's high-contrast theme. */
export const themes = ['light', 'dark', 'contrast light', 'contrast dark'] as const;
export type Theme = (typeof themes)[number];

/** Sets the page's theme, whatever it was. */
export async function wear(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme: theme.endsWith('dark') ? 'dark' : 'light', reducedMotion: 'reduce' });
  await page.evaluate((contrast) => {
    const { dataset } = document.documentElement;
    // Switches transitions off: a colour between two themes is not part of either.
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
 * axe for many checks of one page: its half megabyte is sent to the page once, and passes are not returned. The pages
 * have no frames; only for these does axe's newer mode open a page of its own at each check.
 */
async function axe(page: Page): Promise<AxeBuilder> {
  const isThere = await page.evaluate(() => 'axe' in window);
  return new AxeBuilder({ page, ...(isThere && { axeSource: ';' }) })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] });
}

/** What axe finds on the page, without colours: `paleTexts` checks these. */
export async function violations(page: Page, without: readonly string[] = []): Promise<readonly string[]> {
  return found((await axe(page)).disableRules(['color-contrast', ...without]));
}

/** What depends only on colours: contrast 4.5:1, in high contrast 7:1. */
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
