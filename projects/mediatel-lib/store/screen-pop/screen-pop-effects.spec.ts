import { ErrorHandler } from '@angular/core';
import { StoreHarness } from 'mediatel-lib/testing';
import { TestBed } from '@angular/core/testing';
import type { AgentActions } from '../state/agent-actions';
import { MEDIATEL_SCREEN_POP_HANDLER } from './screen-pop-handler';
import type { ScreenPopRequest } from '../state/screen-pop-request';
import { preloadEffects } from '../effects-loader';

const webServer = 'javascript:window.external.CRMNavigate("Card","Customer","https://crm.example/39553609",false);';

type Requested = ReturnType<typeof AgentActions.screenPopRequested>;
const popsOf = (harness: StoreHarness): readonly Requested[] =>
  harness.actions.filter((action): action is Requested => action.type === '[Mediatel Agent] Screen Pop Requested');

beforeAll(preloadEffects);

describe('popScreens', () => {
  beforeEach(() => {
    sessionStorage.clear();
  });

  it('requests once per call, with the page parsed, and calls the handler', async () => {
    const handled: ScreenPopRequest[] = [];
    const harness = new StoreHarness({}, [
      { provide: MEDIATEL_SCREEN_POP_HANDLER, useValue: (request: ScreenPopRequest) => handled.push(request) },
    ]);
    await harness.signIn('STATE_IDLE', { webServer });
    expect(popsOf(harness)).toEqual([]);
    harness.snapshot('STATE_CALL_DELIVERED', { webServer });
    harness.snapshot('STATE_CALL_ACTIVE', { webServer, callCustomerID: '5' });
    harness.snapshot('STATE_CLERICAL', { webServer });
    expect(popsOf(harness)).toHaveLength(1);
    expect(popsOf(harness)[0]).toMatchObject({
      origin: 'live',
      request: {
        callTraceID: '1185574264',
        callCustomerID: '39553609',
        page: { key: 'Card', title: 'Customer', url: 'https://crm.example/39553609' },
      },
    });
    expect(handled).toHaveLength(1);
  });

  it('requests the page that arrives after the customer’s id, once', async () => {
    const handled: ScreenPopRequest[] = [];
    const harness = new StoreHarness({}, [
      { provide: MEDIATEL_SCREEN_POP_HANDLER, useValue: (request: ScreenPopRequest) => void handled.push(request) },
    ]);
    await harness.signIn('STATE_IDLE');
    harness.snapshot('STATE_CALL_DELIVERED', { webServer: '' });
    harness.snapshot('STATE_CALL_ACTIVE', { webServer: '', ani: '0667654321' });
    harness.snapshot('STATE_CALL_ACTIVE', { webServer });
    harness.snapshot('STATE_CALL_ACTIVE', { webServer: '', ani: '0667654321' });
    harness.snapshot('STATE_CLERICAL', { webServer });
    expect(handled.map(({ page }) => page?.url ?? null)).toEqual([null, 'https://crm.example/39553609']);
    expect(popsOf(harness)).toHaveLength(2);
    TestBed.resetTestingModule();
    const reloaded = new StoreHarness();
    await reloaded.signIn('STATE_CLERICAL', { webServer });
    expect(popsOf(reloaded)).toEqual([]);
  });

  it('requests it for a call whose id only earlier snapshots had', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_MAKECALL_REQUEST', { callTraceID: '1185574264' });
    harness.snapshot('STATE_CALL_ACTIVE', { callTraceID: '-1', webServer });
    expect(popsOf(harness)).toMatchObject([{ request: { callTraceID: '1185574264' } }]);
  });

  it('requests it for a call first seen after a reconnect, but not again after a reload', async () => {
    const first = new StoreHarness();
    await first.signIn('STATE_CALL_ACTIVE');
    expect(popsOf(first)).toMatchObject([{ origin: 'resync' }]);
    TestBed.resetTestingModule();
    const reloaded = new StoreHarness();
    await reloaded.signIn('STATE_CALL_ACTIVE');
    expect(popsOf(reloaded)).toEqual([]);
    reloaded.snapshot('STATE_CALL_ACTIVE', { callTraceID: '2' });
    expect(popsOf(reloaded)).toHaveLength(1);
  });

  it('gives no page it could not read safely', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_CALL_ACTIVE', { webServer: 'javascript:alert(1)' });
    expect(popsOf(harness)[0]?.request.page).toBeNull();
  });

  it('survives a handler that throws, and forbidden storage', async () => {
    sessionStorage.setItem('mediatel.screen-pops', '{not json');
    const harness = new StoreHarness({}, [
      {
        provide: MEDIATEL_SCREEN_POP_HANDLER,
        useValue: () => {
          throw new Error('host fault');
        },
      },
      { provide: ErrorHandler, useValue: { handleError: () => undefined } },
    ]);
    await harness.signIn('STATE_CALL_ACTIVE');
    harness.snapshot('STATE_CALL_ACTIVE', { callTraceID: '2' });
    expect(popsOf(harness)).toHaveLength(2);
  });
});
