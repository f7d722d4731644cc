import { FlightTape } from '../projects/mediatel-lib/private/flight/flight-tape';
import { alternate } from './alternate';
import { type Row, row } from './row';
import { changingTexts } from './snapshots';

const parse = (text: string): unknown => JSON.parse(text);

/**
 * What the flight recorder costs for each snapshot: a copy without customers' data, as text, within the tape's limits.
 *
 * This work is done in one go every second, not while a snapshot is handled; then a recorder only pushes to a
 * list. A farm sends a few snapshots a second, so the goal is less than a thousandth of a core.
 */
export function recorder(): Promise<readonly Row[]> {
  const rules = { secrets: new Set(['a password', 'another one']), maskNumbers: true };
  const tape = new FlightTape({ milliseconds: 30 * 60_000, characters: 2_000_000 });
  let at = 0;
  let turn = 0;
  const ours = {
    prepare: (count: number) => changingTexts(count, (turn += count)).map(parse),
    run: (data: unknown) => {
      at += 500;
      tape.add({ at, type: 'message', message: { type: 'snapshot', data, receivedAt: at, connection: 1 } }, rules);
      return tape.characters;
    },
  };
  const beside = { prepare: (count: number) => changingTexts(count), run: parse };
  return Promise.resolve([
    row({ name: 'recorder', unit: 'µs', ...alternate(ours, beside), peerName: 'JSON.parse of the text', goal: 8 }),
  ]);
}
