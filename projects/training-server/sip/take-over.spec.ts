import type { Binding } from './bindings';
import type { SipConnection } from './connection';
import { TakeOver } from './take-over';

/** The parts of a binding that the test needs. */
function lost(sipLogin: string, key: string): Binding {
  const connection = { close: () => undefined };
  return { sipLogin, key, connection, agent: { busy: false } } as unknown as Binding;
}

const winner = {} as SipConnection;

describe('who lost an extension', () => {
  it('the loser of an extension is informed once', () => {
    const takeOver = new TakeOver(60);
    takeOver.tell(lost('1001', 'tab'), winner);
    expect([takeOver.toBeTold('1001', 'tab'), takeOver.toBeTold('1001', 'tab')]).toEqual([true, false]);
  });

  it('a loser is remembered although another login loses again and again, of which only the latest are remembered', () => {
    const takeOver = new TakeOver(60);
    takeOver.tell(lost('1001', 'tab'), winner);
    for (let count = 0; count < 1000; count++) takeOver.tell(lost('1002', `tab ${count}`), winner);
    expect(takeOver.toBeTold('1001', 'tab')).toBe(true);
    const told = Array.from({ length: 1000 }, (_, count) => takeOver.toBeTold('1002', `tab ${count}`));
    expect(told.filter(Boolean)).toHaveLength(20);
    expect(told.at(-1)).toBe(true);
  });

  it('a loser is not informed after the time has passed', () => {
    const takeOver = new TakeOver(0);
    takeOver.tell(lost('1001', 'tab'), winner);
    expect(takeOver.toBeTold('1001', 'tab')).toBe(false);
  });
});
