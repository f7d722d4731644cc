import { type Page, expect } from '@playwright/test';
import type { Desk } from '../desk';

/** A CRM that a stranger makes with the Angular CLI. */
export interface ConsumerHost {
  /** The project's name, and that of its folder. */
  readonly name: string;
  /** What kind of host it is, for the test's title. */
  readonly kind: string;
  /** Options of `ng new`. */
  readonly options: readonly string[];
  /** Packages of the host's own, with their versions. */
  readonly packages: Readonly<Record<string, string>>;
  /** The folder of files that the host's developers wrote; `null` if `ng new` is all. */
  readonly overlay: string | null;
  /** Style sheets of the host, before its own. */
  readonly styles: readonly string[];
  /** The limit of the first page that its developers chose; the CLI's own without it. */
  readonly budget?: string;
  /** Options of `ng add mediatel-lib`. */
  readonly add: readonly string[];
  /** What the developers change after it, by the file's path. */
  readonly edits?: Readonly<Record<string, (text: string) => string>>;
  /** The page with the desk. */
  readonly page: string;
  /** The operator who signs in. */
  readonly operator: string;
  /** What this kind of host does in the call, besides. */
  readonly inCall?: (page: Page, desk: Desk) => Promise<void>;
}

/** The host's own effect has opened a card, and its page takes the desk away and brings it back. */
async function withoutDesk(page: Page, desk: Desk): Promise<void> {
  await expect(page.locator('li.card')).toHaveText('0661234501');
  await page.getByRole('button', { name: 'Phone' }).click();
  await expect(desk.root).toHaveCount(0);
  await page.getByRole('button', { name: 'Phone' }).click();
  await desk.shows('In a call');
}

const ngrx = { '@ngrx/store': '^22.0.0', '@ngrx/effects': '^22.0.0' };
/** Angular's optional packages come to registries later than the rest, so such a host stays at one version. */
export const pinned = '22.2.0';

/** The kinds of hosts that must work from the packed file. */
const kinds: readonly ConsumerHost[] = [
  {
    name: 'standalone',
    kind: 'standalone, zoneless, without NgRx',
    options: [],
    packages: {},
    overlay: null,
    styles: [],
    add: [],
    page: '/',
    operator: 'agent1',
  },
  {
    name: 'modules',
    kind: 'NgModules, zone.js, StoreModule and EffectsModule, Bootstrap',
    options: ['--standalone=false', '--zoneless=false'],
    packages: { ...ngrx, bootstrap: '^5.3.0' },
    overlay: 'modules',
    styles: ['node_modules/bootstrap/dist/css/bootstrap.min.css'],
    // Bootstrap takes 238 kB of it.
    budget: '700kB',
    add: [],
    // The phone that `ng add` put at the end of the page moves into the layout.
    edits: {
      'src/app/app.html': (html) =>
        html.replace('<app-phone-desk />', '').replace('<!-- the phone -->', '<app-phone-desk />'),
    },
    page: '/',
    operator: 'agent2',
    inCall: withoutDesk,
  },
  {
    name: 'server',
    kind: 'rendered on a server, hydrated',
    options: ['--ssr'],
    packages: {},
    overlay: null,
    styles: [],
    add: [],
    page: '/',
    operator: 'agent3',
  },
  {
    name: 'material2',
    kind: 'Material 2 theme, strict CSP, a lazy route',
    options: ['--style=scss'],
    packages: { ...ngrx, '@angular/material': '^22.0.0', '@angular/cdk': '^22.0.0' },
    overlay: 'material2',
    styles: [],
    add: ['--place=none'],
    page: '/desk',
    operator: 'agent4',
  },
];

/** `CONSUMER_HOSTS=modules,server` makes and tests only these. */
const chosen = process.env['CONSUMER_HOSTS']?.split(',');

/** The hosts of this run. */
export const hosts = kinds.filter(({ name }) => chosen?.includes(name) ?? true);
