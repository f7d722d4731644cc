import { newFrame } from '../media/audio-source';
import type { CustomerEnd } from '../media/call-audio';
import type { Customer } from './customer';
import { StandIn } from './stand-in';

/** A customer or a person who says one value, and keeps what they hear. */
function speaker(says: number) {
  const heard: number[] = [];
  const unheard: boolean[] = [];
  const end = {
    stays: true,
    heard,
    unheard,
    hear: (frame: Int16Array) => void heard.push(frame[0] ?? 0),
    read(frame: Int16Array): boolean {
      frame.fill(says);
      return end.stays;
    },
    setWaiting: () => undefined,
  };
  return end;
}

describe('a customer whose part a person can take', () => {
  function call(own: Customer) {
    let person: CustomerEnd | undefined;
    const customer = new StandIn(own, () => person);
    const pass = (heard: number) => {
      customer.hear(newFrame().fill(heard));
      const frame = newFrame();
      const stays = customer.read(frame);
      return { said: frame[0], stays };
    };
    return { customer, pass, take: (by?: CustomerEnd) => (person = by) };
  }

  it('is replaced both ways, stands still, and goes on', () => {
    const [own, person] = [speaker(1), speaker(2)];
    const { pass, take } = call(own);
    expect(pass(10)).toEqual({ said: 1, stays: true });
    take(person);
    expect(pass(11)).toEqual({ said: 2, stays: true });
    take();
    expect(pass(12)).toEqual({ said: 1, stays: true });
    expect(own.heard).toEqual([10, 12]);
    expect(person.heard).toEqual([11]);
  });

  it('goes on unheard if it can', () => {
    const [own, person] = [speaker(1), speaker(2)];
    const { pass, take } = call({ ...own, setUnheard: (unheard) => own.unheard.push(unheard) });
    for (const by of [undefined, person, person, undefined]) {
      take(by);
      pass(10);
    }
    expect(own.heard).toHaveLength(4);
    expect(own.unheard).toEqual([true, false]);
  });

  it('ends the call itself, but no person does', () => {
    const [own, person] = [speaker(1), speaker(2)];
    const { pass, take } = call(own);
    take(person);
    person.stays = own.stays = false;
    expect(pass(10)).toEqual({ said: 2, stays: true });
    take();
    expect(pass(10).stays).toBe(false);
  });

  it('is not heard, whoever speaks, while the sound is gone', () => {
    const { customer, pass, take } = call(speaker(1));
    customer.gone = true;
    expect(pass(10).said).toBe(0);
    take(speaker(2));
    expect(pass(10).said).toBe(0);
    customer.gone = false;
    expect(pass(10).said).toBe(2);
  });
});
