import type { Page } from '@playwright/test';

/** What a page discloses, in every place where another page could read it. */
export class PageWatch {
  readonly console: string[] = [];
  readonly addresses: string[] = [];
  /** Violations of Content-Security-Policy and of Trusted Types. */
  readonly violations: string[] = [];
  readonly broadcasts: string[] = [];
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Call it before the page is opened. */
  static async of(page: Page): Promise<PageWatch> {
    const watch = new PageWatch(page);
    page.on('console', (message) => watch.console.push(message.text()));
    page.on('pageerror', (error) => watch.console.push(String(error.stack)));
    page.on('request', (request) => watch.addresses.push(request.url(), request.headers()['referer'] ?? ''));
    page.on('websocket', (socket) => watch.addresses.push(socket.url()));
    // It outlives the page, which does not survive a reload.
    await page.exposeFunction('noteForTest', (list: 'violations' | 'broadcasts', text: string) => {
      watch[list].push(text);
    });
    await page.addInitScript(() => {
      const { noteForTest } = window as unknown as { noteForTest(list: string, text: string): void };
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, sample }) =>
        noteForTest('violations', [effectiveDirective, blockedURI, sourceFile, sample].join(' ')),
      );
      // Every page of the origin receives what one tab sends to the others.
      const post = BroadcastChannel.prototype.postMessage;
      BroadcastChannel.prototype.postMessage = function (message: unknown) {
        noteForTest('broadcasts', JSON.stringify(message));
        post.call(this, message);
      };
    });
    return watch;
  }

  /** Storages, databases, readable cookies, history and the document itself with the values of inputs, as text. */
  kept(): Promise<Record<string, string>> {
    return this.#page.evaluate(async () => {
      const databases: string[] = [];
      for (const { name = '' } of await indexedDB.databases()) {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open(name);
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(new Error(`The database ${name} cannot be opened`));
        });
        for (const store of database.objectStoreNames) {
          const rows = await new Promise<unknown[]>((resolve) => {
            const request = database.transaction(store).objectStore(store).getAll();
            request.onsuccess = () => resolve(request.result);
          });
          databases.push(JSON.stringify(rows));
        }
        database.close();
      }
      const caches: string[] = 'caches' in window ? await window.caches.keys() : [];
      return {
        localStorage: JSON.stringify({ ...localStorage }),
        sessionStorage: JSON.stringify({ ...sessionStorage }),
        indexedDB: databases.join('\n'),
        caches: caches.join('\n'),
        cookies: document.cookie,
        history: JSON.stringify([location.href, history.state, document.referrer, window.name]),
        document: document.documentElement.outerHTML,
        inputs: JSON.stringify(
          [...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value),
        ),
      };
    });
  }
}
