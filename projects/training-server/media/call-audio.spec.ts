import { newFrame, playForever } from './audio-source';
import { CallAudio, type CustomerEnd } from './call-audio';
import { mixInto } from './mix';
import type { Recording } from './recording';
import { level } from './spectrum';

/** An operator who sends 1000 all the time, and a customer who sends 2000 until they hang up. */
function call(whisper?: Int16Array) {
  const heard = { operator: newFrame(), customer: newFrame(), left: newFrame(), right: newFrame() };
  const customer: CustomerEnd & { gone: boolean } = {
    gone: false,
    hear: (frame) => heard.customer.set(frame),
    read(frame) {
      frame.fill(2000);
      return !this.gone;
    },
  };
  const operator = {
    read: (frame: Int16Array) => void frame.fill(1000),
    send: (frame: Int16Array) => heard.operator.set(frame),
    skip: () => void heard.operator.fill(7),
  };
  const recorded: number[] = [];
  const recording: Pick<Recording, 'write'> = {
    write(left, right) {
      recorded.push(left[0] ?? 0);
      heard.left.set(left);
      heard.right.set(right);
    },
  };
  const attended: (number | undefined)[][] = [];
  const audio = new CallAudio(operator, recording, {
    hear: (left, right) => void attended.push([left[0], right[0]]),
    whisperInto(frame) {
      if (whisper) mixInto(frame, whisper);
      return whisper !== undefined;
    },
  });
  const levels = () => {
    const goesOn = audio.carry();
    return {
      goesOn,
      ...Object.fromEntries(Object.entries(heard).map(([name, frame]) => [name, Math.round(level(frame))])),
    };
  };
  return { audio, customer, levels, recorded, attended };
}

describe('CallAudio', () => {
  it('plays the tone to the operator until a customer is connected', () => {
    const { audio, levels } = call();
    audio.tone = playForever(new Int16Array(160).fill(500));
    expect(levels()).toMatchObject({ goesOn: true, operator: 500, left: 1000, right: 0 });
  });

  it('joins both and records both', () => {
    const { audio, customer, levels } = call();
    audio.join(customer);
    expect(levels()).toEqual({ goesOn: true, operator: 2000, customer: 1000, left: 1000, right: 2000 });
  });

  it('mutes the operator alone', () => {
    const { audio, customer, levels } = call();
    audio.join(customer);
    audio.muted = true;
    expect(levels()).toMatchObject({ operator: 2000, customer: 0, left: 0, right: 2000 });
  });

  it('on hold plays music to the customer and nothing to the operator', () => {
    const { audio, customer, levels } = call();
    audio.join(customer);
    audio.hold(true);
    const held = levels();
    expect(held).toMatchObject({ operator: 0, left: 0, right: 2000 });
    expect(held).toHaveProperty('customer', expect.any(Number));
    expect(held).not.toMatchObject({ customer: 0 });
    expect(held).not.toMatchObject({ customer: 1000 });
    audio.hold(false);
    expect(levels()).toMatchObject({ operator: 2000, customer: 1000 });
  });

  it('sends nothing to the operator while the customer’s sound is gone, except silence on hold', () => {
    const { audio, customer, levels } = call();
    audio.join({ ...customer, gone: true });
    expect(levels()).toMatchObject({ operator: 7, customer: 1000, left: 1000 });
    audio.hold(true);
    expect(levels()).toMatchObject({ operator: 0 });
  });

  it('lets the operator alone hear a whisper: neither the customer nor the recording', () => {
    const whisper = new Int16Array(160).fill(300);
    const { audio, customer, levels, attended } = call(whisper);
    expect(levels()).toMatchObject({ operator: 300, left: 1000, right: 0 });
    audio.join(customer);
    expect(levels()).toEqual({ goesOn: true, operator: 2300, customer: 1000, left: 1000, right: 2000 });
    audio.hold(true);
    expect(levels()).toMatchObject({ operator: 300, left: 0, right: 2000 });
    audio.hold(false);
    audio.join({ ...customer, gone: true });
    expect(levels()).toMatchObject({ operator: 2300 });
    expect(attended).toEqual([
      [1000, 0],
      [1000, 2000],
      [0, 2000],
      [1000, 2000],
    ]);
  });

  it('records silence for frames that the clock left out, and sends nothing for them', () => {
    const { audio, customer, recorded } = call();
    audio.join(customer);
    audio.carry();
    audio.skip(2);
    audio.carry();
    expect(recorded).toEqual([1000, 0, 0, 1000]);
  });

  it('reports when the customer hangs up', () => {
    const { audio, customer, levels } = call();
    audio.join(customer);
    customer.gone = true;
    expect(levels().goesOn).toBe(false);
  });
});
