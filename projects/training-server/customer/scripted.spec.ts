import { newFrame } from '../media/audio-source';
import { FRAME_MS } from '../media/frame-clock';
import type { HeardEvent } from './heard-event';
import { Scripted } from './scripted';

/** A scripted customer in a call whose time is counted by its frames. */
function call() {
  const events: HeardEvent[] = [];
  let at = 5000;
  const customer = new Scripted(
    (event) => events.push(event),
    () => at,
  );
  /** Passes frames of a level. Returns the first sample of each frame that the customer said, and who stays. */
  const pass = (ms: number, heard = 0) => {
    const said: number[] = [];
    let stays = true;
    for (let passed = 0; passed < ms; passed += FRAME_MS) {
      at += FRAME_MS;
      customer.hear(newFrame().fill(heard));
      const frame = newFrame();
      stays = customer.read(frame) && stays;
      said.push(frame[0] ?? 0);
    }
    return { said, stays };
  };
  return { customer, events, pass };
}

/** A line of this many milliseconds. */
const line = (ms: number, value: number) => new Int16Array(ms * 8).fill(value);

describe('a scripted customer', () => {
  it('says lines one after the other, without a gap, and reports the end of the last', () => {
    const { customer, events, pass } = call();
    customer.join();
    customer.say(line(30, 1000));
    customer.say(line(30, 2000));
    const frame = newFrame();
    customer.read(frame);
    customer.read(frame);
    expect([frame[0], frame[79], frame[80], frame[159]]).toEqual([1000, 1000, 2000, 2000]);
    expect(pass(60).said).toEqual([2000, 0, 0]);
    expect(events).toEqual([{ type: 'joined' }, { type: 'said', atMs: 20 }]);
  });

  it('keeps what it should say until both hear each other', () => {
    const { customer, events, pass } = call();
    customer.say(line(20, 1000));
    expect(events).toEqual([]);
    customer.join();
    expect(pass(40).said).toEqual([1000, 0]);
  });

  it('stops in the middle of a line, and never reports it as said', () => {
    const { customer, events, pass } = call();
    customer.join();
    customer.say(line(1000, 1000));
    customer.say(line(1000, 2000));
    expect(pass(40).said).toEqual([1000, 1000]);
    customer.hush();
    expect(pass(60).said).toEqual([0, 0, 0]);
    expect(events).toEqual([{ type: 'joined' }]);
    customer.say(line(20, 3000));
    expect(pass(40).said).toEqual([3000, 0]);
    expect(events.at(-1)).toEqual({ type: 'said', atMs: 120 });
  });

  it('hears the operator speak and stop, also while speaking itself', () => {
    const { customer, events, pass } = call();
    customer.join();
    customer.say(line(10_000, 1000));
    pass(500);
    pass(1500, 3000);
    pass(1000);
    expect(events).toEqual([
      { type: 'joined' },
      { type: 'operatorSpeaks', atMs: 500 },
      { type: 'operatorStops', atMs: 2000, spokenMs: 1500 },
    ]);
  });

  it('does not take music on hold for the operator, and ends the operator’s speech when hold begins', () => {
    const { customer, events, pass } = call();
    customer.join();
    pass(1000, 3000);
    customer.setWaiting(true);
    customer.setWaiting(true);
    pass(5000, 3000);
    customer.setWaiting(false);
    pass(1000);
    expect(events).toEqual([
      { type: 'joined' },
      { type: 'operatorSpeaks', atMs: 0 },
      { type: 'operatorStops', atMs: 1000, spokenMs: 1000 },
      { type: 'held', held: true, atMs: 1000 },
      { type: 'held', held: false, atMs: 6000 },
    ]);
  });

  it('played by a person goes on: it hears the operator, ends its lines, and can’t hang up', () => {
    const { customer, events, pass } = call();
    customer.join();
    customer.hangUp();
    customer.setUnheard();
    customer.say(line(100, 1000));
    customer.hangUp();
    pass(200, 3000);
    customer.setUnheard();
    expect(pass(40)).toEqual({ said: [0, 0], stays: true });
    expect(events).toEqual([{ type: 'joined' }, { type: 'operatorSpeaks', atMs: 0 }, { type: 'said', atMs: 100 }]);
  });

  it('hangs up after the line, or at once after a hush', () => {
    const { customer, pass } = call();
    customer.join();
    customer.say(line(100, 1000));
    customer.hangUp();
    expect(pass(100)).toMatchObject({ stays: true });
    expect(pass(20)).toMatchObject({ stays: false });
    const other = call();
    other.customer.say(line(100, 1000));
    other.customer.hangUp();
    other.customer.hush();
    expect(other.pass(20)).toMatchObject({ stays: false });
  });
});
