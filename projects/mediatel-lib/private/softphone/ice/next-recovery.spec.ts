import * as fc from 'fast-check';
import { type Recovery, type RecoveryInput, isRestartDue, nextRecovery, wellAtFirst } from './next-recovery';

const well = (reachable = true, asking = false): Recovery => ({ status: 'well', reachable, asking });
const broken = (reachable = true, asking = false, pausing = false): Recovery => ({
  status: 'broken',
  reachable,
  asking,
  pausing,
});
const ended: Recovery = { status: 'ended' };
const answered = (outcome: 'agreed' | 'gone'): RecoveryInput => ({ type: 'answered', outcome });
const reachable = (is: boolean): RecoveryInput => ({ type: 'reachable', reachable: is });

describe('nextRecovery', () => {
  it.each<[string, Recovery, RecoveryInput, Recovery]>([
    ['a path breaks', well(), { type: 'pathBroken' }, broken()],
    ['a path breaks while SIP is gone', well(false), { type: 'pathBroken' }, broken(false)],
    ['a broken path breaks no further', broken(true, true), { type: 'pathBroken' }, broken(true, true)],
    ['another network: SIP comes first', well(), { type: 'networkChanged' }, broken(false)],
    ['another network while a try is out', broken(true, true), { type: 'networkChanged' }, broken(false, true)],
    ['another network while a try is not due', broken(true, false, true), { type: 'networkChanged' }, broken(false)],
    ['SIP is back', broken(false), reachable(true), broken()],
    ['SIP is back while a try is not due', broken(false, false, true), reachable(true), broken()],
    ['SIP is back while a try is out', broken(false, true), reachable(true), broken(true, true)],
    ['SIP goes', broken(true, false, true), reachable(false), broken(false, false, true)],
    ['SIP goes in a call that is well', well(), reachable(false), well(false)],
    ['a try goes out', broken(), { type: 'asked' }, broken(true, true)],
    ['its answer', broken(true, true), answered('agreed'), broken(true, false, true)],
    ['its answer after SIP is gone', broken(false, true), answered('agreed'), broken(false, false, true)],
    ['its answer after the path was found', well(true, true), answered('agreed'), well()],
    ['no such call, after the path was found', well(true, true), answered('gone'), well()],
    ['the server knows no such call', broken(true, true), answered('gone'), ended],
    ['the path is found', broken(true, true), { type: 'pathFound' }, well(true, true)],
    ['the next try is due', broken(true, false, true), { type: 'pauseOver', standing: false }, broken()],
    ['the path stood all along', broken(true, false, true), { type: 'pauseOver', standing: true }, well()],
    ['a pause that is over late', well(), { type: 'pauseOver', standing: false }, well()],
    ['a minute without a path', broken(), { type: 'patienceOver', standing: false }, ended],
    ['a minute, and the old path stands', broken(false), { type: 'patienceOver', standing: true }, well(false)],
    ['the call ends', broken(true, true), { type: 'ended' }, ended],
    ['nothing revives it', ended, { type: 'pathFound' }, ended],
  ])('%s', (_, before, input, after) => {
    expect(nextRecovery(before, input)).toEqual(after);
  });

  const input = fc.oneof(
    fc.constantFrom<RecoveryInput>({ type: 'pathBroken' }, { type: 'networkChanged' }, { type: 'pathFound' }),
    fc.boolean().map(reachable),
    fc.constantFrom<RecoveryInput>({ type: 'asked' }, answered('agreed'), answered('gone')),
    fc.boolean().map((standing): RecoveryInput => ({ type: 'pauseOver', standing })),
    fc.boolean().map((standing): RecoveryInput => ({ type: 'patienceOver', standing })),
  );

  it('restarts only a broken path, only while SIP is reachable, and once at a time', () => {
    let due = 0;
    fc.assert(
      fc.property(fc.array(input, { minLength: 10, maxLength: 60, size: 'max' }), (inputs) => {
        let state = wellAtFirst;
        for (const one of inputs) {
          state = nextRecovery(state, one);
          if (!isRestartDue(state)) continue;
          due += 1;
          expect(state).toEqual(broken());
        }
      }),
    );
    // The property was really tested.
    expect(due).toBeGreaterThan(0);
  });
});
