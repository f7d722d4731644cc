import * as fc from 'fast-check';
import { type TabRole, type TabRoleInput, nextTabRole } from './next-tab-role';

const run = (inputs: readonly TabRoleInput[], from: TabRole = { status: 'idle' }): TabRole =>
  inputs.reduce(nextTabRole, from);

const started: TabRoleInput = { type: 'started', locks: true };
const heard = (leader: string, term: number, foreign = false): TabRoleInput => ({
  type: 'heard',
  leader,
  term,
  foreign,
});
const asking: TabRoleInput = { type: 'asking', missLimit: 4 };

describe('nextTabRole', () => {
  it('leads once the lock is granted', () => {
    expect(run([started, { type: 'granted' }])).toEqual({ status: 'leading', term: 1 });
  });

  it('follows a leader that it hears from', () => {
    expect(run([started, heard('a', 3)])).toEqual({
      status: 'following',
      leader: 'a',
      term: 3,
      foreign: false,
      missed: 0,
      busy: false,
    });
  });

  it('is alone if the browser has no locks', () => {
    expect(run([{ type: 'started', locks: false }, { type: 'granted' }, heard('a', 1)])).toEqual({ status: 'alone' });
  });

  it('steals from a leader after four unanswered questions, and not before', () => {
    const four = run([started, heard('a', 1), asking, asking, asking, asking]);
    expect(four.status).toBe('following');
    expect(nextTabRole(four, asking)).toEqual({ status: 'stealing', term: 1 });
  });

  it('never steals from a leader that may have a call, or that reported a dialog', () => {
    const inCall: TabRoleInput = { type: 'asking', missLimit: null };
    const many = Array.from({ length: 200 }, () => inCall);
    expect(run([started, heard('a', 1), ...many]).status).toBe('following');
    const waits = run([started, heard('a', 1), { type: 'busy', leader: 'a' }, ...many.map(() => asking)]);
    expect(waits.status).toBe('following');
    const back = run([heard('a', 1), asking, asking, asking, asking, asking], waits);
    expect(back.status).toBe('stealing');
    expect(run([started, heard('a', 1), { type: 'busy', leader: 'b' }, ...many.map(() => asking)]).status).toBe(
      'stealing',
    );
  });

  it('counts again from zero after each message of the leader', () => {
    expect(run([started, heard('a', 1), asking, asking, asking, heard('a', 1), asking, asking]).status).toBe(
      'following',
    );
  });

  it('ignores a former leader that wakes up', () => {
    const follower = run([started, heard('new', 5)]);
    expect(nextTabRole(follower, heard('old', 4))).toBe(follower);
  });

  it('raises its term above another tab’s while it has the lock', () => {
    const leader = run([started, { type: 'granted' }]);
    expect(nextTabRole(leader, heard('b', 7))).toEqual({ status: 'leading', term: 8 });
    expect(nextTabRole(leader, heard('b', 0))).toBe(leader);
  });

  it('stops leading when it loses the lock, and when the page is left', () => {
    const leader = run([started, { type: 'granted' }]);
    expect(nextTabRole(leader, { type: 'lost' }).status).toBe('seeking');
    expect(run([{ type: 'left' }, { type: 'granted' }], leader).status).toBe('away');
    expect(run([{ type: 'left' }, { type: 'back' }], leader).status).toBe('seeking');
    expect(run([{ type: 'stopped' }, { type: 'granted' }], leader).status).toBe('idle');
  });

  const seeking: TabRole = { status: 'seeking', term: 3, missed: 2 };
  const following: TabRole = { status: 'following', leader: 'a', term: 3, foreign: false, missed: 2, busy: false };
  const stealing: TabRole = { status: 'stealing', term: 3 };
  const leading: TabRole = { status: 'leading', term: 3 };
  const away: TabRole = { status: 'away', term: 3, locks: true };
  const sought: TabRole = { status: 'seeking', term: 3, missed: 0 };
  const alone: TabRole = { status: 'alone' };
  const followed: TabRole = { status: 'following', leader: 'b', term: 5, foreign: true, missed: 0, busy: false };

  it.each<[TabRole, TabRoleInput, TabRole]>([
    [{ status: 'idle' }, started, { status: 'seeking', term: 0, missed: 0 }],
    [{ status: 'idle' }, { type: 'started', locks: false }, alone],
    [alone, { type: 'left' }, { status: 'away', term: 0, locks: false }],
    [alone, { type: 'stopped' }, { status: 'idle' }],
    [away, { type: 'back' }, sought],
    [{ ...away, locks: false }, { type: 'back' }, alone],
    [seeking, { type: 'left' }, away],
    [following, { type: 'left' }, away],
    [stealing, { type: 'left' }, away],
    [leading, { type: 'left' }, away],
    [seeking, { type: 'granted' }, { status: 'leading', term: 4 }],
    [following, { type: 'granted' }, { status: 'leading', term: 4 }],
    [stealing, { type: 'granted' }, { status: 'leading', term: 4 }],
    [stealing, { type: 'lost' }, sought],
    [leading, { type: 'lost' }, sought],
    [seeking, heard('b', 5, true), followed],
    [following, heard('b', 5, true), followed],
    [stealing, heard('b', 5), { status: 'stealing', term: 5 }],
    [stealing, heard('b', 2), stealing],
    [leading, heard('b', 3), { status: 'leading', term: 4 }],
    [seeking, asking, { ...seeking, missed: 3 }],
    [{ ...seeking, missed: 4 }, asking, stealing],
    [following, asking, { ...following, missed: 3 }],
    [following, { type: 'asking', missLimit: null }, { ...following, missed: 3 }],
    [following, { type: 'busy', leader: 'a' }, { ...following, busy: true }],
    [seeking, { type: 'wished' }, stealing],
    [following, { type: 'wished' }, stealing],
  ])('%j on %j becomes %j', (role, input, next) => {
    expect(nextTabRole(role, input)).toEqual(next);
  });

  it.each<[TabRole, readonly TabRoleInput[]]>([
    [{ status: 'idle' }, [{ type: 'stopped' }, { type: 'granted' }, { type: 'left' }, heard('b', 5), asking]],
    [alone, [started, { type: 'granted' }, { type: 'back' }, heard('b', 5), asking, { type: 'wished' }]],
    [away, [started, { type: 'granted' }, { type: 'left' }, heard('b', 5), asking, { type: 'wished' }]],
    [seeking, [started, { type: 'back' }, { type: 'lost' }, heard('b', 2), { type: 'busy', leader: 'a' }]],
    [following, [started, { type: 'back' }, { type: 'lost' }, heard('b', 2), { type: 'busy', leader: 'b' }]],
    [stealing, [started, { type: 'back' }, asking, { type: 'busy', leader: 'a' }]],
    [leading, [started, { type: 'back' }, { type: 'granted' }, asking, { type: 'wished' }, heard('b', 2)]],
  ])('%j stays the same on %j', (role, inputs) => {
    for (const input of inputs) expect(nextTabRole(role, input)).toBe(role);
  });

  it('leads only by the lock: from its grant until it is lost, left or stopped', () => {
    const input = fc.oneof(
      fc.constantFrom<TabRoleInput>(
        started,
        { type: 'started', locks: false },
        { type: 'stopped' },
        { type: 'left' },
        { type: 'back' },
        { type: 'granted' },
        { type: 'lost' },
        { type: 'wished' },
        asking,
      ),
      fc.tuple(fc.constantFrom('a', 'b'), fc.nat(9)).map(([leader, term]) => heard(leader, term)),
    );
    const seen = { granted: 0, kept: 0 };
    fc.assert(
      fc.property(fc.array(input, { maxLength: 60, size: 'max' }), (inputs) => {
        let role: TabRole = { status: 'idle' };
        for (const next of inputs) {
          const before = role;
          role = nextTabRole(before, next);
          if (role.status !== 'leading') continue;
          const led = before.status === 'leading' ? before : null;
          seen[led === null ? 'granted' : 'kept']++;
          expect(led === null ? next.type : 'granted').toBe('granted');
          expect(['lost', 'left', 'stopped']).not.toContain(next.type);
          expect(role.term).toBeGreaterThanOrEqual(led?.term ?? role.term);
        }
      }),
    );
    expect(Math.min(seen.granted, seen.kept)).toBeGreaterThan(0);
  });
});
