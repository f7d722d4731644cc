import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { echo, watchConnections } from '../heard';
import { type Link, expect } from './link';
import type { Host } from './host';
import { test } from './returning';

const { resolve } = createRequire(import.meta.url);

/** Angular's service worker as it is published. */
const worker = resolve('@angular/service-worker/ngsw-worker.js');

const guide = readFileSync(new URL('../../docs/guides/new-versions.md', import.meta.url), 'utf8');
const block = /^```ts src\/app\/new-versions\.ts\n(.*?)\n```$/ms.exec(guide)![1]!;

/** A build of the host: the whole library with the code of the guide. */
async function program(version: string, newVersions: string): Promise<string> {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import '@angular/compiler';
        import { inject, provideAppInitializer } from '@angular/core';
        import { SwUpdate, provideServiceWorker } from '@angular/service-worker';
        import { newVersions } from 'guide';
        const toldHere = provideAppInitializer(() => {
          const updates = inject(SwUpdate);
          window.build = { version: ${JSON.stringify(version)}, lookForUpdate: () => updates.checkForUpdate() };
        });
        const worker = provideServiceWorker('ngsw-worker.js', { registrationStrategy: 'registerImmediately' });
        window.hostProviders = [worker, newVersions, toldHere];
        await import('./host-page');`,
      resolveDir: here,
      loader: 'ts',
    },
    plugins: [
      {
        name: 'guide',
        setup: ({ onResolve, onLoad }) => {
          onResolve({ filter: /^guide$/ }, ({ path }) => ({ path, namespace: 'guide' }));
          onLoad({ filter: /./, namespace: 'guide' }, () => ({
            contents: newVersions,
            resolveDir: here,
            loader: 'ts',
          }));
        },
      },
    ],
    nodePaths: [fileURLToPath(new URL('../../node_modules', import.meta.url))],
    ...{ bundle: true, write: false, format: 'esm', target: 'es2022' },
    tsconfig: fileURLToPath(new URL('../page.tsconfig.json', import.meta.url)),
  });
  return outputFiles[0]!.text;
}

/** Two builds of a host in `/sw/`, one of which is served. */
class Deployment {
  readonly #link: Link;

  constructor(link: Link) {
    this.#link = link;
    link.proxy.serve('/sw/ngsw-worker.js', 'text/javascript', readFileSync(worker, 'utf8'));
  }

  /** `newVersions`: what the build does about the next one. */
  async deploy(version: string, newVersions: string): Promise<void> {
    const files = {
      '/sw/index.html': `<!doctype html><title>${version}</title><script type="module" src="main.js"></script>`,
      '/sw/main.js': await program(version, newVersions),
    };
    for (const [path, body] of Object.entries(files))
      this.#link.proxy.serve(path, path.endsWith('.js') ? 'text/javascript' : 'text/html', body);
    const hash = (body: string): string => createHash('sha1').update(body).digest('hex');
    const group = { name: 'app', installMode: 'prefetch', updateMode: 'prefetch', patterns: [] };
    // As `ng build` writes it.
    const manifest = {
      ...{ configVersion: 1, timestamp: Date.now(), index: '/sw/index.html', dataGroups: [] },
      assetGroups: [{ ...group, urls: Object.keys(files), cacheQueryOptions: { ignoreVary: true } }],
      hashTable: Object.fromEntries(Object.entries(files).map(([path, body]) => [path, hash(body)])),
      navigationUrls: [{ positive: true, regex: '^\\/sw\\/.*$' }],
      navigationRequestStrategy: 'performance',
    };
    this.#link.proxy.serve('/sw/ngsw.json', 'application/json', JSON.stringify(manifest));
  }
}

declare global {
  interface Window {
    readonly build: { readonly version: string; lookForUpdate(): Promise<boolean> };
  }
}

const runs = (host: Host, version: string): Promise<unknown> =>
  host.page.waitForFunction((wanted) => 'host' in window && window.build.version === wanted, version);

/** Is in a call, in a page that the service worker serves. */
async function talks(host: Host): Promise<void> {
  const { page } = host;
  await watchConnections(page);
  await host.signInToCrm();
  await page.goto('/sw/index.html');
  await runs(host, 'a');
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await host.signIn();
  await host.phase('available');
  await host.reaches(({ softphone }) => softphone.registration.status === 'registered');
  await host.talk(echo);
}

test('Angular’s service worker has a new version in a call: it waits till the after-call work is over', async ({
  returning,
  link,
}) => {
  const { host, page } = returning;
  const site = new Deployment(link);
  await site.deploy('a', block);
  await talks(host);
  await returning.heardBothWays();
  await site.deploy('b', block);
  expect(await page.evaluate(() => window.build.lookForUpdate())).toBe(true);
  await returning.heardBothWays();
  expect(await page.evaluate(() => window.build.version)).toBe('a');
  await host.give('hangUp');
  await host.phase('clerical');
  await host.reaches(({ softphone }) => softphone.call === null);
  expect(await page.evaluate(() => window.build.version)).toBe('a');
  await host.saveCode();
  await runs(host, 'b');
});

test('… with `resume`: it takes over at once, and the call goes on', async ({ returning, link }) => {
  const { host, page } = returning;
  const site = new Deployment(link);
  const atOnce = block.replace('reload.request()', "reload.request({ inCall: 'resume' })");
  expect(atOnce).not.toBe(block);
  await site.deploy('a', atOnce);
  await talks(host);
  await returning.heardBothWays();
  await site.deploy('b', atOnce);
  expect(await page.evaluate(() => window.build.lookForUpdate())).toBe(true);
  await runs(host, 'b');
  await host.signIn();
  await host.phase('talking');
  await host.reaches(({ softphone: { call } }) => call !== null && call.isReturning !== true);
  await returning.heardBothWays();
  returning.nobodyEndedIt();
  await host.finish();
});
