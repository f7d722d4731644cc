import fc from 'fast-check';
import { agentStates, isTransientState, phaseOf } from './state';

describe('phaseOf', () => {
  it.each([
    ['STATE_LOGOUT', 'offline', 'loggedOut'],
    ['STATE_IDLE', 'available', 'available'],
    ['STATE_PAUSE', 'pause', 'paused'],
    ['STATE_MAKECALL_REQUEST', 'start_dialing', 'dialing'],
    ['STATE_MAKECALL_FAILED', 'available', 'available'],
    ['STATE_CALL_DELIVERED', 'start_dialing', 'delivered'],
    ['STATE_CALL_ACTIVE', 'in_a_call', 'talking'],
    ['STATE_HOLD', 'on_hold', 'held'],
    ['STATE_HOLD_MAKECALL_FAILED', 'on_hold', 'held'],
    ['STATE_CLERICAL', 'clerical', 'clerical'],
    ['STATE_MUTE', '', null],
    ['STATE_NEW', 'in_a_call', 'talking'],
    ['STATE_NEW', 'moonwalk', 'unknown'],
    ['toString', 'constructor', 'unknown'],
  ])('tells %s/%s as %s', (state, status, phase) => {
    expect(phaseOf(state, status)).toBe(phase);
  });

  it('law: a known state that is not transient always tells a phase, whatever the status', () => {
    fc.assert(
      fc.property(fc.constantFrom(...agentStates), fc.string(), (state, status) => {
        expect(phaseOf(state, status) === null).toBe(isTransientState(state));
      }),
    );
  });
});
