import { TelephoneEvents } from './telephone-events';

const event = (code: number, end = false) => Uint8Array.of(code, end ? 0x8a : 0x0a, 0, 160);

describe('TelephoneEvents', () => {
  it('reads one digit however many packets carry it', () => {
    const events = new TelephoneEvents();
    expect([event(5), event(5), event(5, true), event(5, true)].map((payload) => events.read(1000, payload))).toEqual([
      '5',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('reads the same digit pressed twice', () => {
    const events = new TelephoneEvents();
    expect([events.read(1000, event(11)), events.read(2600, event(11))]).toEqual(['#', '#']);
  });

  it('ignores what is no digit', () => {
    const events = new TelephoneEvents();
    expect([events.read(1, event(16)), events.read(2, Uint8Array.of(1)), events.read(3, event(10))]).toEqual([
      undefined,
      undefined,
      '*',
    ]);
  });
});
