import type { FlightEntry } from './flight-entry';
import type { FlightPage } from './earlier-pages';
import { joinPages } from './join-pages';

const limits = { milliseconds: Infinity, characters: Infinity };

const page = (origin: number, ...entries: readonly FlightEntry[]): FlightPage => ({
  origin,
  entries: entries.map((entry) => ({ at: entry.at, kind: entry.type, text: JSON.stringify(entry) })),
});

const event = (at: number): FlightEntry => ({ at, type: 'page', event: 'online' });

const joined = (...pages: [...FlightPage[], FlightPage]) => {
  const { tape, shift } = joinPages(pages, limits);
  return { shift, entries: tape.entries.map(({ text }) => JSON.parse(text) as FlightEntry) };
};

describe('joined pages', () => {
  it('are on the last page’s clock, with the time between them', () => {
    // The first page began at 100 s by the wall clock, the second at 100.9 s.
    expect(joined(page(100_000, event(200), event(300)), page(100_900, event(1000))).entries).toEqual([
      event(0),
      event(100),
      event(1700),
    ]);
  });

  it('never begin before 0, and say what was added to the last page’s times', () => {
    const { shift, entries } = joined(page(100_000, event(500)), page(160_000, event(10)));
    expect([shift, entries.map(({ at }) => at)]).toEqual([59_500, [0, 59_510]]);
  });

  it('follow each other even if the wall clock was set back between them', () => {
    const { entries } = joined(page(500_000, event(0), event(50)), page(100_000, event(10)));
    expect(entries.map(({ at }) => at)).toEqual([0, 50, 50]);
  });

  it('have every time shifted but those of the server', () => {
    const data = { at: 7, retryAt: 7, receivedAt: 7 };
    const registration = { status: 'waiting', retryAt: 20, detail: '' } as const;
    const { entries } = joined(
      page(
        0,
        { at: 1, type: 'message', message: { type: 'snapshot', data, receivedAt: 1, connection: 1 } },
        { at: 2, type: 'phone', event: { type: 'registrationChanged', registration } },
        { at: 3, type: 'phone', event: { type: 'answered', callId: 'a', at: 3 } },
      ),
      page(-1000, event(5000)),
    );
    expect(entries.slice(0, 3)).toEqual([
      { at: 1001, type: 'message', message: { type: 'snapshot', data, receivedAt: 1001, connection: 1 } },
      {
        at: 1002,
        type: 'phone',
        event: { type: 'registrationChanged', registration: { ...registration, retryAt: 1020 } },
      },
      { at: 1003, type: 'phone', event: { type: 'answered', callId: 'a', at: 1003 } },
    ]);
  });

  it('stay within the limits of one recording', () => {
    const { tape } = joinPages([page(0, event(0), event(500)), page(1000, event(0))], {
      milliseconds: 600,
      characters: Infinity,
    });
    expect(tape.entries).toHaveLength(2);
  });
});
