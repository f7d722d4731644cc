import * as fc from 'fast-check';
import type { PhonePicture } from './channel/tab-message';
import type { TabRole } from './election/next-tab-role';
import { type PortEvent, type PortSource, nextPortSource } from './next-port-source';

const picture = {} as PhonePicture;

const roles = {
  idle: { status: 'idle' },
  alone: { status: 'alone' },
  away: { status: 'away', term: 1, locks: true },
  seeking: { status: 'seeking', term: 1, missed: 0 },
  followingA: { status: 'following', leader: 'a', term: 1, foreign: false, missed: 0, busy: false },
  followingB: { status: 'following', leader: 'b', term: 1, foreign: false, missed: 0, busy: false },
  stealing: { status: 'stealing', term: 1 },
  leading: { status: 'leading', term: 1 },
} as const satisfies Record<string, TabRole>;

const role = (name: keyof typeof roles, isElsewhere = false): PortEvent => ({
  type: 'role',
  role: roles[name],
  isElsewhere,
});

const events = {
  idle: role('idle'),
  away: role('away'),
  seeking: role('seeking'),
  stealing: role('stealing'),
  followingA: role('followingA'),
  followingB: role('followingB'),
  leading: role('leading'),
  leadingElsewhere: role('leading', true),
  alone: role('alone'),
  aloneElsewhere: role('alone', true),
  pictureOfA: { type: 'picture', picture, from: 'a', shift: 5 },
  pictureOfB: { type: 'picture', picture, from: 'b', shift: 5 },
  wantedHere: { type: 'wantedHere' },
  wantedByA: { type: 'wantedBy', tab: 'a' },
  notTaken: { type: 'notTaken', isElsewhere: false },
  notTakenElsewhere: { type: 'notTaken', isElsewhere: true },
} as const satisfies Record<string, PortEvent>;

const sources = {
  off: { status: 'off' },
  seeking: { status: 'seeking' },
  looking: { status: 'looking', leader: 'a' },
  mirroring: { status: 'mirroring', leader: 'a' },
  live: { status: 'live' },
  parked: { status: 'parked' },
  yielded: { status: 'yielded' },
} as const satisfies { readonly [Status in PortSource['status']]: Extract<PortSource, { status: Status }> };

type Row = Record<keyof typeof events, string>;

const leading = 'live: beginDoubt, goLive, tell';
const leadingElsewhere = 'parked: beginDoubt, park, tell';
const alone = 'live: goLive';
const aloneElsewhere = 'parked: park';

/** What an event does in each state unless the table says more: nothing. */
const quiet = Object.fromEntries(Object.keys(events).map((name) => [name, ''])) as Row;
/** The tab leads from now on. */
const begins = { leading, leadingElsewhere, alone, aloneElsewhere };

/** The next source and the effects in order. */
const table: Record<PortSource['status'], Row> = {
  off: {
    ...quiet,
    seeking: 'seeking: showSeeking',
    stealing: 'seeking: showSeeking',
    followingA: 'looking a: look',
    followingB: 'looking b: look',
    ...begins,
  },
  seeking: {
    ...quiet,
    idle: 'off: showOff',
    away: 'off: showOff',
    followingA: 'looking a: look',
    followingB: 'looking b: look',
    ...begins,
  },
  looking: {
    ...quiet,
    idle: 'off: showOff',
    away: 'off: showOff',
    seeking: 'seeking: showSeeking',
    stealing: 'seeking: showSeeking',
    followingB: 'looking b: look',
    ...begins,
    pictureOfA: 'mirroring a: show a 5',
  },
  mirroring: {
    ...quiet,
    idle: 'off: showOff',
    away: 'off: showOff',
    seeking: 'seeking: showSeeking',
    stealing: 'seeking: showSeeking',
    followingB: 'looking b: look',
    ...begins,
  },
  live: {
    ...quiet,
    idle: 'off: release signing out, endDoubt, showOff',
    away: 'off: release, endDoubt, showOff',
    seeking: 'seeking: release, endDoubt, showSeeking',
    stealing: 'seeking: release, endDoubt, showSeeking',
    followingA: 'looking a: release, endDoubt, look',
    followingB: 'looking b: release, endDoubt, look',
    leading: 'live: tell',
    leadingElsewhere: 'live: tell',
    wantedByA: 'yielded: handOver, yield a',
  },
  parked: {
    ...quiet,
    idle: 'off: endDoubt, showOff',
    away: 'off: endDoubt, showOff',
    seeking: 'seeking: endDoubt, showSeeking',
    stealing: 'seeking: endDoubt, showSeeking',
    followingA: 'looking a: endDoubt, look',
    followingB: 'looking b: endDoubt, look',
    leading: 'parked: tell',
    leadingElsewhere: 'parked: tell',
    wantedHere: 'live: goLive, tell',
  },
  yielded: {
    ...quiet,
    idle: 'off: endDoubt, showOff',
    away: 'off: endDoubt, showOff',
    seeking: 'seeking: endDoubt, showSeeking',
    stealing: 'seeking: endDoubt, showSeeking',
    followingA: 'looking a: endDoubt, look',
    followingB: 'looking b: endDoubt, look',
    leading: 'yielded: tell',
    leadingElsewhere: 'yielded: tell',
    notTaken: 'live: goLive',
    notTakenElsewhere: 'parked: park',
  },
};

function step(before: PortSource, event: PortEvent): string {
  const { source, effects } = nextPortSource(before, event);
  const words = effects.map((effect) => {
    if (effect.type === 'release') return effect.isSigningOut ? 'release signing out' : 'release';
    if (effect.type === 'yield') return `yield ${effect.tab}`;
    return effect.type === 'show' ? `show ${effect.from} ${effect.shift}` : effect.type;
  });
  if (source === before && words.length === 0) return '';
  return `${source.status}${'leader' in source ? ` ${source.leader}` : ''}: ${words.join(', ')}`;
}

describe('nextPortSource', () => {
  it.each(Object.keys(sources) as PortSource['status'][])('handles every event in the state %s', (status) => {
    const steps = Object.entries(events).map(([name, event]) => [name, step(sources[status], event)]);
    expect(Object.fromEntries(steps)).toEqual(table[status]);
  });

  it('opens the real ports only while they are closed, and closes them only while they are open', () => {
    let opened = 0;
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...Object.values(events)), { minLength: 10, maxLength: 60, size: 'max' }),
        (list) => {
          let source: PortSource = { status: 'off' };
          let isOpen = false;
          for (const event of list) {
            const next = nextPortSource(source, event);
            source = next.source;
            for (const { type } of next.effects) {
              if (type !== 'goLive' && type !== 'release' && type !== 'handOver') continue;
              expect(isOpen).toBe(type !== 'goLive');
              isOpen = type === 'goLive';
              if (isOpen) opened += 1;
            }
            expect(isOpen).toBe(source.status === 'live');
          }
        },
      ),
    );
    // The property was really tested.
    expect(opened).toBeGreaterThan(0);
  });
});
