import type { AgentPhase } from 'mediatel-lib/protocol';
import { initialAgentState, type AgentState } from '../state/agent-state';
import type { MediatelCommand } from '../state/command-status';
import { commandVerdict } from './command-verdict';
import type { CommandVerdict } from './command-wire';

/** The call in which the command was given. */
const given = 7;

const phases: readonly AgentPhase[] = [
  ...(['loggedOut', 'available', 'paused', 'dialing', 'delivered', 'talking', 'held', 'clerical', 'unknown'] as const),
];

const verdictOf = (command: MediatelCommand, state: Partial<AgentState>): CommandVerdict =>
  commandVerdict(
    { command, sentAt: 0, callNumber: given, request: 'r' },
    { ...initialAgentState, callNumber: given, ...state },
  );

/** The phases in which the command is confirmed, and those in which something else came first; in the others it waits. */
describe('commandVerdict', () => {
  it.each<[MediatelCommand, readonly AgentPhase[], readonly AgentPhase[]]>([
    [{ name: 'logIn' }, ['available', 'paused', 'dialing', 'delivered', 'talking', 'held', 'clerical'], []],
    [{ name: 'logOut' }, ['loggedOut'], ['dialing', 'delivered', 'talking', 'held']],
    [
      { name: 'makeCall', phoneNumber: '1', queueName: null },
      ['dialing', 'delivered', 'talking', 'held'],
      ['loggedOut', 'paused', 'clerical'],
    ],
    [{ name: 'hangUp' }, ['loggedOut', 'available', 'paused', 'clerical'], []],
    [{ name: 'hold' }, ['held'], ['loggedOut', 'available', 'paused', 'clerical']],
    [{ name: 'retrieve' }, ['talking'], ['loggedOut', 'available', 'paused', 'clerical']],
    [{ name: 'mute', muted: true }, [], ['loggedOut', 'available', 'paused', 'clerical']],
    [
      { name: 'mute', muted: false },
      ['dialing', 'delivered', 'talking', 'held'],
      ['loggedOut', 'available', 'paused', 'clerical'],
    ],
    [{ name: 'predictive', on: true }, [], ['loggedOut']],
    [
      { name: 'predictive', on: false },
      ['loggedOut', 'available', 'paused', 'dialing', 'delivered', 'talking', 'held', 'clerical'],
      [],
    ],
    [{ name: 'pause', pauseId: '4' }, ['paused'], ['loggedOut', 'dialing', 'delivered', 'talking', 'held']],
    [{ name: 'pause', pauseId: '5' }, [], ['loggedOut', 'dialing', 'delivered', 'talking', 'held']],
    [{ name: 'endPause' }, ['loggedOut', 'available', 'dialing', 'delivered', 'talking', 'held', 'clerical'], []],
    [{ name: 'restartAgent' }, ['loggedOut'], []],
    [{ name: 'saveCallCodes', callTraceID: '1', callNumber: 7, codeIds: ['4'] }, [], []],
  ])('%j', (command, confirmed, overtaken) => {
    const state = { mute: false, predictiveStatus: false, pauseId: '4' };
    const verdicts = phases.map((phase) => [phase, verdictOf(command, { ...state, phase })]);
    expect(verdicts).toEqual(
      phases.map((phase) => [
        phase,
        confirmed.includes(phase) ? 'confirmed' : overtaken.includes(phase) ? 'overtaken' : 'waiting',
      ]),
    );
  });

  it('takes the phase of another call for the end of the command’s own call', () => {
    const other = { phase: 'held', callNumber: given + 1 } as const;
    expect(verdictOf({ name: 'hangUp' }, other)).toBe('confirmed');
    expect(verdictOf({ name: 'hold' }, other)).toBe('overtaken');
    expect(verdictOf({ name: 'retrieve' }, { ...other, phase: 'talking' })).toBe('overtaken');
    expect(verdictOf({ name: 'mute', muted: false }, { ...other, mute: false })).toBe('overtaken');
  });

  it('confirms a toggle by its wanted value', () => {
    const talking = { phase: 'talking', mute: true, predictiveStatus: true } as const;
    expect(verdictOf({ name: 'mute', muted: true }, talking)).toBe('confirmed');
    expect(verdictOf({ name: 'mute', muted: false }, talking)).toBe('waiting');
    expect(verdictOf({ name: 'predictive', on: true }, talking)).toBe('confirmed');
    expect(verdictOf({ name: 'predictive', on: false }, talking)).toBe('waiting');
  });
});
