import type { Condition } from '../condition';
import { nextCustomerState } from './next-customer-state';
import { callWith, VirtualCall } from './virtual-call.fixture';

/** A call of three turns: the first one waits, without a line if none is given. */
function waitingFor(when: Condition, say?: string): VirtualCall {
  const next = [{ when, go: 'then' }];
  return new VirtualCall(callWith({ turns: [{ id: 'wait', say, next }, { id: 'then' }] })).begin();
}

const line = 'Hello?';
const lineSeconds = 0.36;

describe('nextCustomerState', () => {
  it.each<[string, Condition, (call: VirtualCall) => unknown, number | null]>([
    ['enough speech', { speech: 2 }, (call) => call.wait(1).talk(2).wait(1), 3],
    ['speech in parts', { speech: 2 }, (call) => call.talk(1).wait(1).talk(1), 3],
    ['too little speech', { speech: 2 }, (call) => call.talk(1.9).wait(1), null],
    ['speech that lasts', { speech: 2 }, (call) => void call.give({ type: 'speaks', atMs: 0 }), null],
    [
      'speech on hold',
      { speech: 2 },
      (call) => {
        call.give({ type: 'held', atMs: 0 });
        call.talk(3);
        call.give({ type: 'resumed', atMs: 3000 });
      },
      null,
    ],
    [
      'speech from hold into the call',
      { speech: 2 },
      (call) => {
        call.give({ type: 'held', atMs: 0 });
        call.give({ type: 'speaks', atMs: 0 });
        call.wait(5);
        call.give({ type: 'resumed', atMs: 5000 });
        call.wait(1);
        call.give({ type: 'stops', atMs: 6000, spokenMs: 6000 });
      },
      null,
    ],
    ['speech that lasts long', { speaking: 2 }, (call) => call.wait(1).talk(4), 3],
    ['speech with a stop', { speaking: 2 }, (call) => call.talk(1.5).talk(1.5), null],
    ['silence', { silence: 4 }, (call) => call.wait(9), 4],
    ['silence after speech', { silence: 4 }, (call) => call.wait(3).talk(2).wait(9), 9],
    ['no silence on hold', { silence: 4 }, (call) => call.wait(3).hold(9).wait(3), null],
    ['silence after hold', { silence: 4 }, (call) => call.wait(3).hold(9).wait(9), 16],
    ['hold', { held: 5 }, (call) => call.wait(1).hold(9), 6],
    ['a short hold', { held: 5 }, (call) => call.wait(1).hold(4).wait(9), null],
    ['the end of hold', { resumed: true }, (call) => call.wait(1).hold(4).wait(9), 5],
    ['mute', { muted: 5 }, (call) => call.wait(1).mute(9), 6],
    ['a short mute', { muted: 5 }, (call) => call.mute(4).wait(9), null],
    ['a key', { tone: '1' }, (call) => call.wait(2).tone('1'), 2],
    ['another key', { tone: '1' }, (call) => call.wait(2).tone('2'), null],
    ['time', { after: 7 }, (call) => call.talk(1).hold(1).wait(9), 7],
  ])('goes on after %s', (_, when, act, seconds) => {
    const call = waitingFor(when);
    act(call);
    expect(call.turns).toEqual(seconds === null ? ['wait'] : ['wait', 'then']);
    expect(call.timesOf('turn')).toEqual(seconds === null ? [0] : [0, seconds * 1000]);
  });

  it('goes on when the line is said', () => {
    const call = waitingFor({ said: true }, line).wait(1);
    expect(call.timesOf('turn')).toEqual([0, lineSeconds * 1000]);
  });

  it('counts silence from the end of speech, which is noticed later', () => {
    const call = waitingFor({ silence: 4 });
    call.give({ type: 'speaks', atMs: 0 });
    call.wait(2.7);
    call.give({ type: 'stops', atMs: 2000, spokenMs: 2000 });
    expect(call.wait(9).timesOf('turn')).toEqual([0, 6000]);
  });

  it.each([
    [6, 6000, 2000, 2],
    [6, 6000, 2000, 1],
    [9, 9000, 9000, 2],
  ])('counts of speech that begins on hold what the customer hears (%d s)', (seconds, stopMs, spokenMs, wanted) => {
    const call = waitingFor({ speech: wanted });
    call.give({ type: 'held', atMs: 0 });
    call.give({ type: 'speaks', atMs: 0 });
    call.wait(5).give({ type: 'resumed', atMs: 5000 });
    call.wait(seconds - 5).give({ type: 'stops', atMs: stopMs, spokenMs });
    expect(call.turns).toEqual(seconds - 5 >= wanted ? ['wait', 'then'] : ['wait']);
  });

  it('counts of measured speech what was in the turn', () => {
    const turns = [
      { id: 'a', next: [{ when: { speaking: 2 }, go: 'b' }] },
      { id: 'b', next: [{ when: { speech: 3 }, go: 'end' }] },
    ];
    const call = new VirtualCall(callWith({ turns })).begin();
    call.give({ type: 'speaks', atMs: 0 });
    call.wait(6).give({ type: 'stops', atMs: 6000, spokenMs: 4900 });
    expect(call.state).toMatchObject({ turn: 'b', status: 'inTurn', spokenMs: 2900 });
  });

  it('is not kept quiet by the end of a line that it does not say', () => {
    const call = waitingFor({ silence: 4 }).wait(3);
    call.give({ type: 'said', atMs: 3000 });
    expect(call.wait(9).timesOf('turn')).toEqual([0, 4000]);
  });

  it('waits for no time on hold', () => {
    const call = waitingFor({ tone: '1' });
    expect(call.give({ type: 'held', atMs: 0 })).toEqual([]);
    expect(call.give({ type: 'held', atMs: 5 })).toEqual([]);
    expect(call.state.heldSinceMs).toBe(0);
  });

  it('waits only for its line when it hangs up after it', () => {
    const turns = [{ id: 'bye', say: line, do: [{ hangUp: true as const }] }];
    const call = new VirtualCall(callWith({ turns })).begin();
    expect(call.log.at(-1)?.effect).toEqual({ type: 'wakeAt', atMs: 60_000 });
    call.talk(0.1);
    expect(call.log.at(-1)?.effect).toEqual({ type: 'wakeAt', atMs: 60_000 });
  });

  it('uses each saved code once', () => {
    const next = (go: string) => [{ when: { codeChosen: 'any' as const }, go }];
    const turns = [
      { id: 'a', next: next('b') },
      { id: 'b', next: next('c') },
      { id: 'c', next: next('end') },
    ];
    const call = new VirtualCall(callWith({ turns })).begin().code('1', 'One').code('2', 'Two').end();
    expect([call.turns, call.state.isFinished]).toEqual([['a', 'b', 'c'], false]);
    expect(call.code('3', 'Three').state.isFinished).toBe(true);
  });

  it('says the line to its end before it answers speech', () => {
    const call = waitingFor({ speech: 0.2 }, line).talk(0.3);
    expect(call.turns).toEqual(['wait']);
    expect(call.wait(1).timesOf('turn')).toEqual([0, lineSeconds * 1000]);
    expect(call.timesOf('hush')).toEqual([]);
  });

  it('breaks the line off when something else leads on', () => {
    const call = waitingFor({ tone: '1' }, line).wait(0.1).tone('1').wait(1);
    expect(call.log.map(({ effect }) => effect.type)).toEqual(['turn', 'say', 'wakeAt', 'hush', 'turn', 'finished']);
  });

  it('counts a line as said that nobody reports', () => {
    const call = callWith({ turns: [{ id: 'wait', say: line, next: [{ when: { said: true }, go: 'end' }] }] });
    const virtual = new VirtualCall(call).begin();
    const wakes = virtual.log.flatMap(({ effect }) => (effect.type === 'wakeAt' ? [effect.atMs] : []));
    expect(wakes).toEqual([60_000]);
    expect(nextCustomerState(call, virtual.state, { type: 'passed', atMs: 60_000 }).effects).toEqual([
      { type: 'finished' },
    ]);
  });

  it('takes the first of the branches that hold', () => {
    const next = [
      { when: { speech: 3 }, go: 'long' },
      { when: { speech: 1 }, go: 'short' },
    ];
    const turns = [{ id: 'ask', next }, { id: 'long' }, { id: 'short' }];
    const said = (seconds: number) => new VirtualCall(callWith({ turns })).begin().talk(seconds).turns;
    expect([said(3), said(2), said(0.5)]).toEqual([['ask', 'long'], ['ask', 'short'], ['ask']]);
  });

  it('counts only what happens within the turn', () => {
    const turns = [
      { id: 'a', next: [{ when: { speaking: 2 }, go: 'b' }] },
      {
        id: 'b',
        next: [
          { when: { speech: 3 }, go: 'c' },
          { when: { held: 5 }, go: 'd' },
        ],
      },
      { id: 'c', next: [{ when: { held: 5 }, go: 'd' }] },
      { id: 'd' },
    ];
    // Of four seconds of speech two are in turn b.
    expect(new VirtualCall(callWith({ turns })).begin().talk(4).turns).toEqual(['a', 'b']);
    expect(new VirtualCall(callWith({ turns })).begin().talk(5).turns).toEqual(['a', 'b', 'c']);
  });

  it('asks whether anybody is there, again and again, until the operator speaks', () => {
    const turns = [{ id: 'ask', say: line, next: [{ when: { speech: 1 }, go: 'end' }] }];
    const call = new VirtualCall(
      callWith({ turns, customer: { number: '0661234501', name: 'O', patienceSeconds: 5 } }),
    );
    call.begin().wait(13);
    const patience = 'Hello? Is anybody there?';
    expect(call.lines).toEqual([line, patience, patience]);
    // Five seconds after the end of the line before.
    expect(call.timesOf('say')).toEqual([0, 5360, 5360 + 60 * patience.length + 5000]);
    call.say(1).wait(60);
    expect(call.lines).toHaveLength(3);
    expect(call.state.status).toBe('free');
  });

  it.each<[string, (call: VirtualCall) => unknown]>([
    ['on hold', (call) => call.hold(60)],
    ['while the operator speaks', (call) => call.talk(60)],
  ])('is patient %s', (_, act) => {
    const call = waitingFor({ tone: '1' });
    act(call);
    expect(call.lines).toEqual([]);
  });

  it('leaves silence to a turn that has a branch on it', () => {
    const call = waitingFor({ silence: 20 }).wait(30);
    expect([call.lines, call.turns]).toEqual([[], ['wait', 'then']]);
  });

  it('hangs up after the line, and at once without one', () => {
    const turns = (say?: string) => [{ id: 'bye', say, do: [{ hangUp: true as const }] }];
    expect(new VirtualCall(callWith({ turns: turns(line) })).begin().wait(9).timesOf('hangUp')).toEqual([360]);
    expect(new VirtualCall(callWith({ turns: turns() })).begin().timesOf('hangUp')).toEqual([0]);
  });

  it('does what a turn does in its order, before the line, in the new temper', () => {
    const turns = [
      {
        id: 'all',
        say: line,
        do: [
          { temper: 'angry' as const },
          { line: { lossPercent: 20 } },
          { audio: 'gone' as const },
          { cut: { link: 'both' as const, seconds: 5 } },
          { stuck: true as const },
          { secondCall: 9 },
        ],
      },
    ];
    const call = new VirtualCall(callWith({ turns })).begin();
    expect(call.log.map(({ effect }) => effect)).toEqual([
      { type: 'turn', id: 'all' },
      { type: 'line', lossPercent: 20 },
      { type: 'audio', gone: true },
      { type: 'cut', link: 'both', seconds: 5 },
      { type: 'stuck' },
      { type: 'secondCall', seconds: 9 },
      { type: 'say', text: line, temper: 'angry', pitch: 50 },
      { type: 'wakeAt', atMs: 60_000 },
    ]);
  });

  it('goes on after the call when one of the codes is saved', () => {
    const next = [
      { when: { codeChosen: ['10.', '6'] }, go: 'right' },
      { when: { codeChosen: 'any' as const }, go: 'wrong' },
    ];
    const turns = [{ id: 'talk', next }, { id: 'right' }, { id: 'wrong' }];
    const after = (...codes: [string, string][]) => {
      const call = new VirtualCall(callWith({ turns })).begin().end();
      for (const [id, name] of codes) call.code(id, name);
      return call.log.slice(2).map(({ effect }) => (effect.type === 'turn' ? effect.id : effect.type));
    };
    expect(after(['4', '10. Promise'])).toEqual(['right', 'finished']);
    expect(after(['6', '20. Later'])).toEqual(['right', 'finished']);
    expect(after(['9', 'Other'], ['4', '10. Promise'])).toEqual(['wrong', 'finished']);
    expect(after()).toEqual([]);
    // A code that was saved in the call counts at its end.
    const early = new VirtualCall(callWith({ turns })).begin().code('4', '10. Promise').end();
    expect(early.turns).toEqual(['talk', 'right']);
  });

  it('is finished at once where there are no turns, and where the call ends before them', () => {
    expect(new VirtualCall(callWith({})).begin().timesOf('finished')).toEqual([0]);
    expect(new VirtualCall(callWith({ turns: [{ id: 'a' }] })).end().log).toEqual([
      { atMs: 0, effect: { type: 'finished' } },
    ]);
  });
});
