import { beginProof, nextMediaFlow, type DirectionEvidence, type DirectionSight } from './next-media-flow';

const loud = 0.1;

/** Looks at a direction every 400 ms for the given time (ms). */
class Watched {
  at = 0;
  evidence: DirectionEvidence = beginProof(0);
  readonly #zerosAreDead: boolean;

  constructor(zerosAreDead = true) {
    this.#zerosAreDead = zerosAreDead;
  }

  for(ms: number, seen: Partial<DirectionSight>): this {
    for (const end = this.at + ms; this.at < end;) {
      this.at += 400;
      this.evidence = nextMediaFlow(this.evidence, {
        packets: 20,
        level: loud,
        obstacle: null,
        zerosAreDead: this.#zerosAreDead,
        missedThere: null,
        awaited: null,
        ...seen,
        at: this.at,
      });
    }
    return this;
  }

  get is(): string {
    const { audibility, reason } = this.evidence.proof;
    return reason === null ? audibility : `${audibility}: ${reason}`;
  }
}

const none = { packets: 0, level: null };
const hum = { level: 0.001 };
const zeros = { level: 0 };

describe('nextMediaFlow', () => {
  it.each<[string, Partial<DirectionSight>, string]>([
    ['sound and packets', {}, 'heard'],
    ['packets of an open line', hum, 'silent: quiet'],
    ['packets of zeros', zeros, 'silent: digital-silence'],
    ['sound that is not sent', { packets: 0 }, 'no-packets: no-packets'],
    ['nothing', none, 'no-packets: no-packets'],
    ['packets that don’t arrive', { missedThere: 1 }, 'no-packets: not-received'],
    ['packets of which some arrive', { missedThere: 0.4 }, 'heard'],
    ['levels that the browser does not measure', { level: null }, 'unknown: unmeasured'],
    ['the operator’s own mute', { obstacle: 'muted' }, 'silent: muted'],
  ])('has a verdict on %s within 3 s', (_what, seen, verdict) => {
    expect(new Watched().for(2800, seen).is).toBe(verdict);
  });

  describe('a level that is not measured', () => {
    const unmeasured = { level: null };
    it('does not count as silence after sound, and a fault of the path is still reported', () => {
      const watched = new Watched().for(2800, {}).for(1200, unmeasured);
      expect(watched.is).toBe('heard');
      expect(watched.for(2000, unmeasured).is).toBe('unknown: unmeasured');
      expect(watched.for(60_000, unmeasured).is).toBe('unknown: unmeasured');
      expect(watched.for(2800, { ...unmeasured, missedThere: 1 }).is).toBe('no-packets: not-received');
      expect(watched.for(2800, { ...unmeasured, obstacle: 'muted' }).is).toBe('silent: muted');
    });
    it('is judged from the moment it is measured', () => {
      const watched = new Watched().for(60_000, unmeasured);
      expect(watched.for(800, zeros).is).toBe('proving');
      expect(watched.for(2800, zeros).is).toBe('silent: digital-silence');
      expect(watched.for(400, {}).is).toBe('heard');
    });
  });

  describe('the other side’s first report, while it is awaited', () => {
    const awaited = { within: 2000, isOverdue: false };
    const overdue = { within: 2000, isOverdue: true };
    it('is the only proof: a voice that is sent proves nothing before', () => {
      const talk = new Watched().for(2000, { awaited });
      expect(talk.is).toBe('proving');
      expect(talk.for(400, {}).is).toBe('heard');
    });
    it('is missed after its time', () => {
      expect(new Watched().for(2400, { awaited }).is).toBe('no-packets: not-received');
    });
    it('is awaited from the first packet on, whenever that is sent', () => {
      const talk = new Watched().for(20_000, { ...none, awaited });
      expect(talk.is).toBe('no-packets: no-packets');
      expect(talk.for(2000, { awaited }).is).toBe('proving');
      expect(talk.for(400, { awaited }).is).toBe('no-packets: not-received');
    });
    it('stays missed until it comes: through a new connection, a mute and a hold', () => {
      const talk = new Watched().for(400, { awaited: overdue });
      for (const seen of [none, { level: loud }, { obstacle: 'muted' }, { obstacle: 'held' }] as const)
        expect(talk.for(4000, { ...seen, awaited: overdue }).is).toBe('no-packets: not-received');
      expect(talk.for(400, {}).is).toBe('heard');
    });
  });

  it('gives no verdict before its time is over', () => {
    expect(new Watched().for(2400, hum).is).toBe('proving');
    expect(new Watched().for(2400, none).is).toBe('proving');
  });

  it('reads zeros from a line as quiet, not as dead', () => {
    expect(new Watched(false).for(2800, zeros).is).toBe('silent: quiet');
  });

  it('accepts a pause in the conversation', () => {
    const talk = new Watched().for(800, {}).for(14_000, hum);
    expect(talk.is).toBe('heard');
    expect(talk.for(2000, hum).is).toBe('silent: quiet');
    expect(talk.for(400, {}).is).toBe('heard');
  });

  it('notices during a call that packets stop, return, and are heard', () => {
    const talk = new Watched().for(800, {}).for(2400, none);
    expect(talk.is).toBe('heard');
    expect(talk.for(400, none).is).toBe('no-packets: no-packets');
    expect(talk.for(400, hum).is).toBe('silent: quiet');
    expect(talk.for(400, {}).is).toBe('heard');
  });

  it('notices during a call that the microphone is dead', () => {
    const talk = new Watched().for(800, {}).for(7600, zeros);
    expect(talk.is).toBe('heard');
    expect(talk.for(800, zeros).is).toBe('silent: digital-silence');
  });

  it('proves again once an obstacle is gone', () => {
    const talk = new Watched().for(800, {}).for(20_000, { ...none, obstacle: 'held' });
    expect(talk.is).toBe('silent: held');
    expect(talk.for(400, hum).is).toBe('proving');
    expect(talk.for(400, {}).is).toBe('heard');
  });

  it('keeps the same proof object while nothing changes', () => {
    const talk = new Watched().for(800, {});
    const { proof } = talk.evidence;
    expect(talk.for(800, {}).evidence.proof).toBe(proof);
    expect(talk.for(400, { obstacle: 'muted' }).evidence.proof).toBe(
      talk.for(400, { obstacle: 'muted' }).evidence.proof,
    );
  });
});
