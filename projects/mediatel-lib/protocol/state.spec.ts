import fc from 'fast-check';
import { agentStates, agentStatuses, isKnownState, isTransientState, phaseOf } from './state';

describe('phaseOf', () => {
  it.each([
    ['STATE_LOGOUT', 'loggedOut'],
    ['STATE_IDLE', 'available'],
    ['STATE_PAUSE', 'paused'],
    ['STATE_MAKECALL_REQUEST', 'dialing'],
    ['STATE_MAKECALL_FAILED', 'available'],
    ['STATE_CALL_DELIVERED', 'delivered'],
    ['STATE_CALL_ACTIVE', 'talking'],
    ['STATE_HOLD', 'held'],
    ['STATE_HOLD_DIALPAD', 'held'],
    ['STATE_HOLD_MAKECALL_PROGRESS', 'held'],
    ['STATE_HOLD_MAKECALL_FAILED', 'held'],
    ['STATE_CLERICAL', 'clerical'],
    ['STATE_MUTE', null],
    ['STATE_DIALPAD', null],
    ['STATE_PREDICTIVE', null],
    ['STATE_PAUSE_LIST', null],
    ['STATE_CRT_DETAILS', null],
  ])('reads %s as %s, whatever the status', (state, phase) => {
    expect(agentStates).toContain(state);
    expect(isKnownState(state)).toBe(true);
    expect(phaseOf(state, 'in_a_call')).toBe(phase);
    expect(phaseOf(state, '')).toBe(phase);
  });

  it.each([
    ['offline', 'loggedOut'],
    ['available', 'available'],
    ['pause', 'paused'],
    ['start_dialing', 'dialing'],
    ['in_a_call', 'talking'],
    ['on_hold', 'held'],
    ['clerical', 'clerical'],
  ])('reads an unknown state with status %s as %s', (status, phase) => {
    expect(agentStatuses).toContain(status);
    expect(isKnownState('STATE_NEW')).toBe(false);
    expect(phaseOf('STATE_NEW', status)).toBe(phase);
  });

  it.each([
    ['STATE_MUTE', '', null],
    ['STATE_NEW', 'in_a_call', 'talking'],
    ['STATE_NEW', 'moonwalk', 'unknown'],
    ['toString', 'constructor', 'unknown'],
  ])('reads %s/%s as %s', (state, status, phase) => {
    expect(phaseOf(state, status)).toBe(phase);
  });

  it('law: a known state that is not transient always has a phase, whatever the status', () => {
    fc.assert(
      fc.property(fc.constantFrom(...agentStates), fc.string(), (state, status) => {
        expect(phaseOf(state, status) === null).toBe(isTransientState(state));
      }),
    );
  });
});
