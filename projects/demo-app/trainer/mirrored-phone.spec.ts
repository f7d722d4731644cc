import { decodeSnapshot, type AgentPhase, type Snapshot } from 'mediatel-lib/protocol';
import { type MirroredPhone, nextMirroredPhone, noMirroredPhone } from './mirrored-phone';

const snapshotOf = (fields: object): Snapshot => {
  const read = decodeSnapshot({ state: 'STATE_CALL_ACTIVE', status: 'in_a_call', ani: '0661234501', ...fields });
  if (!read.ok) throw new Error(read.reason);
  return read.snapshot;
};

/** Leads a phone through phases and returns the types of its events, phase by phase. */
function follow(phases: readonly AgentPhase[], fields: object = {}, reachable = true): string[][] {
  let phone: MirroredPhone = noMirroredPhone;
  return phases.map((phase, at) => {
    const next = nextMirroredPhone(phone, { snapshot: snapshotOf(fields), phase, reachable, at });
    phone = next.phone;
    return next.events.map(({ type }) => type);
  });
}
const registered = ['registrationChanged', 'microphoneChanged'];

describe('the phone of a mirrored desk', () => {
  it('rings, is answered and ends as the snapshots say, each once', () => {
    expect(follow(['available', 'delivered', 'talking', 'talking', 'held', 'clerical', 'available'])).toEqual([
      registered,
      ['invited'],
      ['answered', 'microphoneOpened'],
      [],
      [],
      ['ended'],
      [],
    ]);
  });

  it('is up from the beginning in a call that the operator made', () => {
    expect(follow(['dialing', 'delivered', 'talking'], { callType: '3' })).toEqual([
      registered,
      ['invited', 'answered', 'microphoneOpened'],
      [],
    ]);
  });

  it('joins in the middle of a call', () => {
    expect(follow(['held'])).toEqual([[...registered, 'invited', 'answered', 'microphoneOpened']]);
  });

  it('gets a new call after the one before', () => {
    let phone = noMirroredPhone;
    const ids = (['talking', 'clerical', 'talking'] as const).map((phase, at) => {
      ({ phone } = nextMirroredPhone(phone, { snapshot: snapshotOf({}), phase, reachable: true, at }));
      return phone.call?.id ?? null;
    });
    expect(ids).toEqual(['mirrored-1', null, 'mirrored-2']);
  });

  it('is muted as long as Mediatel says so', () => {
    let phone = noMirroredPhone;
    const muted = [false, true, true, false].map((mute, at) => {
      const facts = { snapshot: snapshotOf({ mute: mute ? 1 : 0 }), phase: 'talking', reachable: true, at } as const;
      const next = nextMirroredPhone(phone, facts);
      phone = next.phone;
      return next.events.flatMap((event) => (event.type === 'muteChanged' ? event.muted : []));
    });
    expect(muted).toEqual([[], [true], [], [false]]);
  });

  it('is not registered while no call could reach the trainee', () => {
    expect(follow(['available'], {}, false)).toEqual([['registrationChanged']]);
  });
});
