import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const base = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures/in-call.json'), 'utf8')) as Record<
  string,
  unknown
>;

/** Snapshots of one call, as text: talking and held in turn, each later than the one before. */
export function changingTexts(count: number, from = 0): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const turn = from + index;
    const held = turn % 2 === 1;
    return JSON.stringify({
      ...base,
      state: held ? 'STATE_HOLD' : 'STATE_CALL_ACTIVE',
      status: held ? 'on_hold' : 'in_a_call',
      time: (base['time'] as number) + turn,
      serverTime: (base['serverTime'] as number) + turn,
    });
  });
}
