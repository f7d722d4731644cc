import { ErrorHandler, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import type { NavigationError } from '@angular/router';
import { SafeReload, type SafeReloadRequest } from 'mediatel-lib/store';
import { until } from 'test-kit';
import { onNavigationError } from './missing-part';
import { NewVersion } from './new-version';

const entry = (hash: string): string => `<script src="main-${hash}.js" type="module"></script>`;

describe('NewVersion', () => {
  let served: string | Error;
  let requests: SafeReloadRequest[];
  let holds: (() => boolean)[];
  let state: ReturnType<typeof signal<{ status: string }>>;
  const errors: unknown[] = [];

  const open = (): NewVersion => TestBed.inject(NewVersion);

  beforeEach(() => {
    sessionStorage.clear();
    errors.length = 0;
    [served, requests, holds, state] = [entry('AAAAAAAA'), [], [], signal({ status: 'none' })];
    document.body.innerHTML = entry('AAAAAAAA');
    globalThis.fetch = jest.fn(() =>
      served instanceof Error
        ? Promise.reject(served)
        : Promise.resolve({ ok: true, text: () => Promise.resolve(served) }),
    ) as unknown as typeof fetch;
    const reload = {
      state,
      request: (request: SafeReloadRequest = {}) => requests.push(request),
      holdWhile: (hold: () => boolean) => holds.push(hold),
    };
    TestBed.configureTestingModule({
      providers: [
        { provide: SafeReload, useValue: reload },
        { provide: ErrorHandler, useValue: { handleError: (error: unknown) => errors.push(error) } },
      ],
    });
  });

  it('asks once for a reload when the server has another build', async () => {
    const version = open();
    await expect(version.check()).resolves.toBe(false);
    served = entry('BBBBBBBB');
    await expect(version.check()).resolves.toBe(true);
    await expect(version.check()).resolves.toBe(true);
    expect(requests).toEqual([{}]);
    version.takeOver();
    expect(requests.at(-1)).toEqual({ inCall: 'resume' });
  });

  it('fetches the files of another build ahead, once', async () => {
    const version = open();
    served = `${entry('BBBBBBBB')}<link rel="modulepreload" href="chunk-CCCCCCCC.js">`;
    await version.check();
    await version.check();
    const asked = jest.mocked(fetch).mock.calls.map(([address]) => new URL(String(address)).pathname);
    expect(asked.filter((path) => path !== '/')).toEqual(['/main-BBBBBBBB.js', '/chunk-CCCCCCCC.js']);
  });

  it.each<[string, string | Error]>([
    ['no answer', new Error('offline')],
    ['another answer', '{"error":"no-app"}'],
  ])('takes %s for no build', async (_title, answer) => {
    served = answer;
    await expect(open().check()).resolves.toBe(false);
    expect(requests).toEqual([]);
  });

  it('is not reloaded twice for the same build, but for the next one', async () => {
    served = entry('BBBBBBBB');
    await open().check();
    state.set({ status: 'reloading' });
    TestBed.tick();
    // The next page is of the old build all the same.
    TestBed.resetTestingModule().configureTestingModule({
      providers: [{ provide: SafeReload, useValue: { state, request: () => requests.push({}), holdWhile: () => 0 } }],
    });
    await expect(open().check()).resolves.toBe(false);
    expect(requests).toHaveLength(1);
    served = entry('CCCCCCCC');
    await expect(open().check()).resolves.toBe(true);
    expect(requests).toHaveLength(2);
  });

  it('is kept by text in the field that has the focus', async () => {
    open();
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    await Promise.resolve();
    expect(holds[0]!()).toBe(false);
    field.value = '066';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await Promise.resolve();
    expect(holds[0]!()).toBe(true);
    field.blur();
    await Promise.resolve();
    expect(holds[0]!()).toBe(false);
  });

  it('does nothing in a build without hashes', async () => {
    document.body.innerHTML = '<script src="main.js" type="module"></script>';
    open();
    dispatchEvent(new Event('online'));
    await Promise.resolve();
    expect(fetch).not.toHaveBeenCalled();
  });

  describe('a navigation that failed', () => {
    const fails = (error: unknown): void => {
      TestBed.runInInjectionContext(() => onNavigationError({ error, url: '/training' } as NavigationError));
    };
    const missing = new TypeError('Failed to fetch dynamically imported module: /chunk-AAAAAAAA.js');

    it('because its file is gone opens the address in the new build', async () => {
      served = entry('BBBBBBBB');
      fails(missing);
      await until(() => requests.length === 2, 'the new build is asked for');
      expect(requests).toEqual([{}, { inCall: 'resume', to: '/training' }]);
      expect(errors).toEqual([]);
    });

    it('because the server is away reloads nothing', async () => {
      served = new Error('offline');
      fails(missing);
      await until(() => jest.mocked(fetch).mock.calls.length === 1, 'the server is asked');
      await open().check();
      expect(requests).toEqual([]);
    });

    it('for another reason is reported', () => {
      const error = new Error('a guard threw');
      fails(error);
      expect(errors).toEqual([error]);
    });
  });
});
