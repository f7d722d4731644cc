import { listenInZone } from './listen-in-zone';
import type { TabRole } from './next-tab-role';

const following = (leader: string, missed: number): TabRole => ({
  status: 'following',
  leader,
  term: 1,
  foreign: false,
  missed,
  busy: false,
});

let inside: number;
let isOutside: boolean;
let heard: string[];
const zone = {
  run: <T>(run: () => T): T => {
    inside += 1;
    return run();
  },
  runOutsideAngular: <T>(run: () => T): T => {
    isOutside = true;
    const result = run();
    isOutside = false;
    return result;
  },
};
const listener = listenInZone(zone, {
  inCall: () => true,
  changed: ({ status }) => void heard.push(status),
  heard: ({ type }) => void heard.push(type),
});

beforeEach(() => {
  inside = 0;
  isOutside = false;
  heard = [];
});

describe('listenInZone', () => {
  it('starts timers and channels outside of the zone', () => {
    let begun = false;
    listener.outside(() => (begun = isOutside));
    expect(begun).toBe(true);
  });

  it.each(['ask', 'here'] as const)('ignores the message %s', (type) => {
    listener.heard({ type }, 'a', 0, 0);
    expect([inside, heard]).toEqual([0, []]);
  });

  it('reports another tab’s message in the zone', () => {
    listener.heard({ type: 'shared', note: {} }, 'a', 0, 0);
    expect([inside, heard]).toEqual([1, ['shared']]);
  });

  it('reports a changed counter outside of the zone', () => {
    listener.changed(following('a', 1), following('a', 0));
    expect([inside, heard]).toEqual([0, ['following']]);
  });

  it.each<[string, TabRole, TabRole]>([
    ['another leader', following('b', 0), following('a', 0)],
    ['another role', { status: 'leading', term: 2 }, following('a', 4)],
  ])('reports %s in the zone', (_, role, before) => {
    listener.changed(role, before);
    expect(inside).toBe(1);
  });
});
