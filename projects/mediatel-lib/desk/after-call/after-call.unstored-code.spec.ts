import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { jest } from '@jest/globals';
import { CommandActions, preloadEffects } from 'mediatel-lib/store';
import { StoreHarness } from 'mediatel-lib/testing';
import { MediatelDesk } from '../mediatel-desk/mediatel-desk';

const callTraceID = '1185574264';
const noRoom = { callErrorID: '-231', callErrorText: 'The server has no room: nothing was stored. Try again' };

beforeAll(preloadEffects);
beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

async function inClerical() {
  const store = new StoreHarness({}, [{ provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } }]);
  const element = TestBed.createComponent(MediatelDesk).nativeElement as HTMLElement;
  await store.signIn('STATE_IDLE');
  store.snapshot('STATE_CALL_ACTIVE');
  store.snapshot('STATE_CLERICAL');
  store.connection.takeSent();
  const save = (): void => store.dispatch(CommandActions.saveCallCodes({ callTraceID, codeIds: ['4'] }));
  const notice = (): string => {
    TestBed.tick();
    return element.querySelector('mediatel-notice p')?.textContent.trim() ?? '';
  };
  return { store, save, notice };
}

describe('a call code that the server could not store', () => {
  it('is not shown as saved: the desk shows the reason, and it can be saved again at once', async () => {
    const { store, save, notice } = await inClerical();
    save();
    store.snapshot('STATE_CLERICAL', noRoom);
    expect(notice()).toContain(noRoom.callErrorText);
    expect(store.state.commands.statuses.saveCallCodes.status).toBe('idle');
    expect(store.state.commands.callCodeSaving).toBeNull();
    await jest.advanceTimersByTimeAsync(20_000);
    expect(notice()).toContain(noRoom.callErrorText);

    save();
    expect(store.connection.takeSent()).toEqual(['resolutionSet', 'resolutionSet']);
    expect(store.state.commands.statuses.saveCallCodes.status).toBe('pending');
    store.snapshot('STATE_IDLE', { callErrorID: '-1', callErrorText: '' });
    expect(store.state.commands.callCodeSaving).toMatchObject({ callTraceID, status: 'saved' });
    expect(notice()).not.toContain(noRoom.callErrorText);
  });

  it('can be refused a second time', async () => {
    const { store, save } = await inClerical();
    save();
    store.snapshot('STATE_CLERICAL', noRoom);
    save();
    store.snapshot('STATE_CLERICAL', { callErrorID: '-1', callErrorText: '' });
    expect(store.state.commands.statuses.saveCallCodes.status).toBe('pending');
    store.snapshot('STATE_CLERICAL', noRoom);
    expect(store.state.commands.statuses.saveCallCodes.status).toBe('idle');
  });
});
