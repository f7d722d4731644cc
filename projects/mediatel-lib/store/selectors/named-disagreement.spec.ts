import { jest } from '@jest/globals';
import { StoreHarness } from 'mediatel-lib/testing';
import { selectDisagreements } from './call-selectors';
import { CommandActions } from '../state/command-actions';
import { type RecoveryAction, recoveryCommand } from '../state/recovery-action';
import { preloadEffects } from '../effects-loader';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

async function inCall(): Promise<StoreHarness> {
  const harness = new StoreHarness();
  await harness.signIn('STATE_CALL_DELIVERED');
  harness.softphone.invite('a');
  harness.snapshot('STATE_CALL_ACTIVE');
  harness.connection.takeSent();
  return harness;
}

const pass = (harness: StoreHarness, milliseconds: number): void => {
  harness.clock.advance(milliseconds);
  jest.advanceTimersByTime(milliseconds);
};

interface Row {
  readonly what: string;
  readonly happen: (harness: StoreHarness) => void;
  readonly kind: string;
  readonly recovery: RecoveryAction | null;
  /** The requests that the recovery sends to Mediatel. */
  readonly sent?: readonly string[];
  readonly hungUp?: readonly string[];
}

const unregistered = { status: 'waiting', retryAt: 0, detail: '' } as const;

const table: readonly Row[] = [
  {
    what: 'Mediatel says talking, the phone has no call',
    happen: (harness) => harness.softphone.end('failure'),
    kind: 'no-audio',
    recovery: { type: 'hangUp' },
    sent: ['closeCall'],
  },
  {
    what: 'the same, and hanging up stayed unanswered',
    happen: (harness) => {
      harness.softphone.end('failure');
      harness.dispatch(CommandActions.hangUp());
      harness.connection.takeSent();
      pass(harness, 5000);
    },
    kind: 'no-audio',
    recovery: { type: 'restartAgent' },
    sent: ['exit'],
  },
  {
    what: 'Mediatel delivers a call, nothing rings',
    happen: (harness) => {
      harness.softphone.end();
      harness.snapshot('STATE_CALL_DELIVERED', { callTraceID: '2' });
    },
    kind: 'no-ring',
    recovery: { type: 'hangUp' },
    sent: ['closeCall'],
  },
  {
    what: 'Mediatel delivers a call, the phone is not registered',
    happen: (harness) => {
      harness.softphone.end();
      harness.softphone.report({ type: 'registrationChanged', registration: unregistered });
      harness.snapshot('STATE_CALL_DELIVERED', { callTraceID: '2' });
    },
    kind: 'no-ring',
    recovery: { type: 'retryNow' },
    sent: [],
  },
  {
    what: 'the phone is in a call that Mediatel does not know',
    happen: (harness) => {
      harness.snapshot('STATE_IDLE');
    },
    kind: 'server-idle',
    recovery: { type: 'hangUp' },
    sent: [],
    hungUp: ['a'],
  },
  {
    what: 'the operator muted, Mediatel did not take it',
    happen: (harness) => {
      harness.softphone.execute({ type: 'setMuted', callId: 'a', muted: true });
    },
    kind: 'muted-here-only',
    recovery: { type: 'setMuted', muted: true },
    sent: ['muteCall'],
  },
  {
    what: 'Mediatel mutes, the track is open',
    happen: (harness) => {
      harness.snapshot('STATE_CALL_ACTIVE', { mute: 1 });
    },
    kind: 'muted-at-server-only',
    recovery: { type: 'setMuted', muted: false },
    sent: ['muteCall'],
  },
  {
    what: 'Mediatel mutes and allows no unmuting',
    happen: (harness) => {
      harness.snapshot('STATE_CALL_ACTIVE', { mute: 1, availableCommand: [] });
    },
    kind: 'muted-at-server-only',
    recovery: null,
  },
];

beforeAll(preloadEffects);

describe('a disagreement', () => {
  const isNamedAtOnce = ({ recovery }: Row): boolean => recovery?.type === 'restartAgent';

  it.each(table.filter((one) => !isNamedAtOnce(one)))('$what: named after the grace', async (one) => {
    const { happen, kind, recovery } = one;
    const harness = await inCall();
    const found = harness.store.selectSignal(selectDisagreements);
    happen(harness);
    expect(found()).toEqual([]);
    pass(harness, 1999);
    expect(found()).toEqual([]);
    pass(harness, 1);
    expect(found()).toEqual([{ kind, recovery }]);
  });

  it.each(table.filter(isNamedAtOnce))('$what: named at once', async ({ happen, kind, recovery }) => {
    const harness = await inCall();
    const found = harness.store.selectSignal(selectDisagreements);
    happen(harness);
    expect(found()).toEqual([{ kind, recovery }]);
  });

  it.each(table.flatMap(({ recovery, ...one }) => (recovery === null ? [] : [{ ...one, recovery }])))(
    '$what: solved by its recovery',
    async ({ happen, recovery, sent, hungUp }) => {
      const harness = await inCall();
      happen(harness);
      pass(harness, 2000);
      harness.dispatch(recoveryCommand(recovery));
      expect(harness.connection.takeSent()).toEqual(sent);
      expect(harness.softphone.hungUp).toEqual(hungUp ?? []);
      expect(harness.softphone.executedOf('registerNow')).toHaveLength(recovery.type === 'retryNow' ? 1 : 0);
    },
  );

  it.each(['system', 'ended'] as const)('does not arise if the headset silences itself (%s)', async (cause) => {
    const harness = await inCall();
    const found = harness.store.selectSignal(selectDisagreements);
    harness.softphone.mute(true, cause);
    pass(harness, 10_000);
    expect(found()).toEqual([]);
  });
});
