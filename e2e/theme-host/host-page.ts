import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { type Locator, type Page, expect } from '@playwright/test';
import { fingerprint, isStamped, leaveStamp } from '../../tools/start/fingerprint.js';
import { inRoot, root } from '../../tools/start/places.js';
import type { HostTheme } from './themes';

const sources = ['e2e/theme-host', 'projects/mediatel-lib', 'angular.json', 'tsconfig.json', 'package-lock.json'];
const stamp = inRoot('.cache', 'theme-host.stamp');
const origin = 'http://localhost';

const types: Readonly<Record<string, string>> = { html: 'text/html', css: 'text/css', js: 'text/javascript' };

/** Builds the host page if its sources, or the library's, have changed. Its sheets are files of the build. */
export function buildHost(): void {
  const print = fingerprint(root, sources);
  if (isStamped(stamp, print)) return;
  const ng = inRoot('node_modules', '@angular', 'cli', 'bin', 'ng.js');
  execFileSync(process.execPath, [ng, 'build', 'theme-host', '--progress=false'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NG_CLI_ANALYTICS: 'false' },
  });
  leaveStamp(stamp, print);
}

/** A host page with a theme, and the desk on it. The phone and Mediatel are fakes. */
export class HostPage {
  readonly desk: Locator;
  readonly primary: Locator;
  /** What the page wrote on the console as a warning. */
  readonly warnings: string[] = [];

  constructor(readonly page: Page) {
    this.desk = page.locator('mediatel-desk');
    this.primary = this.desk.locator('mediatel-primary-action').getByRole('button');
    page.on('console', (message) => {
      if (message.type() === 'warning') this.warnings.push(message.text());
    });
  }

  /** Opens the page; `bare` without the library's parts. */
  async open(theme: HostTheme, { bare = false } = {}): Promise<void> {
    await this.page.route(`${origin}/theme-host/**`, async (route) => {
      const name = new URL(route.request().url()).pathname.split('/').at(-1) || 'index.html';
      const body = await readFile(inRoot('.cache', 'theme-host', name), 'utf8');
      const contentType = types[name.split('.').at(-1) ?? ''] ?? 'text/plain';
      await route.fulfill({ contentType, body: name === 'index.html' ? dressed(body, theme) : body });
    });
    await this.page.goto(`${origin}/theme-host/${bare ? '?bare' : ''}`);
    await expect(this.page.locator('#host-button')).toBeVisible();
    if (!bare) await this.dressed();
  }

  /** Signs in: the desk is available. */
  async signIn(): Promise<void> {
    await this.page.evaluate(() => (window as unknown as Driven).phone.signIn());
    await this.snapshot('STATE_IDLE');
    await expect(this.desk.locator('mediatel-agent-state-bar .word')).toHaveText(/Available/);
  }

  async call(): Promise<void> {
    await this.page.evaluate(() => (window as unknown as Driven).phone.answer());
    await this.snapshot('STATE_CALL_ACTIVE');
    await expect(this.primary).toHaveText(/Hang up/);
  }

  snapshot(state: string): Promise<void> {
    return this.page.evaluate((name) => (window as unknown as Driven).phone.snapshot(name), state);
  }

  /** Waits until the library has looked at the page's theme. */
  async dressed(): Promise<void> {
    await expect.poll(() => this.page.evaluate(() => document.adoptedStyleSheets[0]?.cssRules.length ?? 0)).not.toBe(0);
  }
}

interface Driven {
  readonly phone: { signIn(): Promise<void>; answer(): void; snapshot(state: string): void };
}

const dressed = (html: string, { sheets, html: attributes = '', css = '' }: HostTheme): string =>
  html
    .replace('<html', `<html ${attributes}`)
    .replace(
      '</head>',
      `${sheets.map((name) => `<link rel="stylesheet" href="${name}.css" />`).join('')}<style>${css}</style></head>`,
    );
