import { ManualClock } from '../../server-kit';
import type { ScenarioFile } from '../../training-kit';
import { ScenarioCustomer, type Fault } from './scenario-customer';
import { FakeVoice, scenarioOf } from './training.fixture';

type Turns = NonNullable<ScenarioFile['calls'][number]['turns']>;

/** A customer whose lines are made when the test says. */
class CustomerUnderTest {
  readonly clock = new ManualClock();
  readonly voice = new FakeVoice();
  /** Everything that was to be spoken, once. */
  readonly wanted: string[] = [];
  readonly faults: Fault[] = [];
  readonly entered: (string | null)[] = [];
  readonly failed: string[] = [];
  readonly #made = new Map<string, { resolve: (samples: Int16Array) => void; reject: (error: Error) => void }>();
  readonly #lines = new Map<string, Promise<Int16Array>>();
  readonly customer: ScenarioCustomer;

  constructor(turns: Turns, temper: 'calm' | 'anxious' = 'calm') {
    const about = { number: '0661234567', name: 'Olha', patienceSeconds: 60, temper };
    const [call] = scenarioOf([{ customer: about, turns }]).calls;
    if (!call) throw new Error('no call');
    this.customer = new ScenarioCustomer(call, {
      ...{ language: 'uk', clock: this.clock },
      speak: (text, style) => this.#speak(`${text} (${style.temper})`),
      break: (fault) => this.faults.push(fault),
      audio: () => undefined,
      held: () => undefined,
      answered: () => undefined,
      entered: (turn) => this.entered.push(turn),
      speechFailed: (error) => this.failed.push(String(error)),
    });
    this.customer.begin(this.voice);
  }

  join(): this {
    this.customer.heard({ type: 'joined' });
    return this;
  }

  /** The line is made: so many samples. */
  async make(text: string, samples: number): Promise<void> {
    this.#made.get(text)?.resolve(new Int16Array(samples));
    await settled();
  }

  async fail(text: string): Promise<void> {
    this.#made.get(text)?.reject(new Error('no voice'));
    await settled();
  }

  #speak(key: string): Promise<Int16Array> {
    const line =
      this.#lines.get(key) ??
      new Promise<Int16Array>((resolve, reject) => {
        this.wanted.push(key);
        this.#made.set(key, { resolve, reject });
      });
    this.#lines.set(key, line);
    return line;
  }
}

/** The promises of a line have settled. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const twoLines: Turns = [
  { id: 'asks', say: 'Who is it?', next: [{ when: { speech: 1 }, go: 'answers' }] },
  { id: 'answers', say: 'Good.', do: [{ temper: 'angry' }], next: [{ when: { after: 9 }, go: 'end' }] },
];

describe('a scripted customer', () => {
  it('makes the lines that may come next before they are wanted, in their temper', () => {
    expect(new CustomerUnderTest(twoLines, 'anxious').wanted).toEqual(['Who is it? (anxious)', 'Good. (angry)']);
  });

  it('speaks lines in their order, whatever takes longer to make', async () => {
    const under = new CustomerUnderTest(twoLines).join();
    under.customer.heard({ type: 'said', atMs: 100 });
    under.customer.heard({ type: 'operatorSpeaks', atMs: 200 });
    under.customer.heard({ type: 'operatorStops', atMs: 1400, spokenMs: 1200 });
    expect(under.entered).toEqual(['asks', 'answers']);
    await under.make('Good. (angry)', 2);
    expect(under.voice.done).toEqual([]);
    await under.make('Who is it? (calm)', 1);
    expect(under.voice.done).toEqual(['say 1', 'say 2']);
  });

  it('does not speak a line that is made too late', async () => {
    const under = new CustomerUnderTest(twoLines).join();
    under.customer.leave();
    await under.make('Who is it? (calm)', 1);
    expect(under.voice.done).toEqual(['hush', 'hangUp']);
  });

  it('hangs up only after the line', async () => {
    const under = new CustomerUnderTest([{ id: 'leaves', say: 'Bye.', do: [{ hangUp: true }] }]).join();
    await under.make('Bye. (calm)', 1);
    expect(under.voice.done).toEqual(['say 1']);
    under.customer.heard({ type: 'said', atMs: 500 });
    await settled();
    expect(under.voice.done).toEqual(['say 1', 'hangUp']);
  });

  it('says why it cannot speak', async () => {
    const under = new CustomerUnderTest(twoLines).join();
    await under.fail('Good. (angry)');
    expect(under.failed).toEqual([]);
    await under.fail('Who is it? (calm)');
    expect(under.failed).toEqual(['Error: no voice']);
  });

  it('goes on by time', () => {
    const under = new CustomerUnderTest([
      { id: 'waits', next: [{ when: { after: 2 }, go: 'breaks' }] },
      {
        id: 'breaks',
        do: [{ stuck: true }, { cut: { link: 'sip', seconds: 5 } }],
        next: [{ when: { after: 1 }, go: 'end' }],
      },
    ]).join();
    under.clock.advance(1999);
    expect(under.faults).toEqual([]);
    under.clock.advance(1);
    expect(under.faults).toEqual([{ type: 'stuck' }, { type: 'cut', link: 'sip', seconds: 5 }]);
    under.clock.advance(1000);
    expect(under.entered).toEqual(['waits', 'breaks', null]);
    expect(under.clock.waiting).toBe(0);
  });

  it('learns of mute, keys and codes', () => {
    const under = new CustomerUnderTest([
      { id: 'muted', next: [{ when: { muted: 1 }, go: 'key' }] },
      { id: 'key', next: [{ when: { tone: '5' }, go: 'code' }] },
      { id: 'code', next: [{ when: { codeChosen: ['10.'] }, go: 'end' }] },
    ]).join();
    under.customer.learn({ type: 'muted', muted: true });
    under.clock.advance(1000);
    under.customer.learn({ type: 'tone', tone: '4' });
    under.customer.learn({ type: 'tone', tone: '5' });
    expect(under.entered).toEqual(['muted', 'key', 'code']);
    under.customer.ended();
    under.customer.learn({ type: 'codeSaved', id: '4', name: '10. Обіцянка про оплату' });
    expect(under.entered).toEqual(['muted', 'key', 'code', null]);
  });

  it('does nothing once it is retired', () => {
    const under = new CustomerUnderTest([{ id: 'waits', next: [{ when: { after: 2 }, go: 'end' }] }]).join();
    under.customer.retire();
    expect(under.clock.waiting).toBe(0);
    under.customer.heard({ type: 'said', atMs: 3000 });
    expect(under.entered).toEqual(['waits']);
  });

  it('does what a trainer pushes, at once', () => {
    const under = new CustomerUnderTest(twoLines).join();
    under.customer.push({ audio: 'gone' });
    under.customer.push({ line: { lossPercent: 20 } });
    under.customer.push({ secondCall: 9 });
    under.customer.push({ hangUp: true });
    expect(under.voice.done).toEqual(['gone', 'hush', 'hangUp']);
    expect(under.faults).toEqual([
      { type: 'line', lossPercent: 20 },
      { type: 'secondCall', seconds: 9 },
    ]);
  });

  it('speaks in the temper that a trainer pushes', () => {
    const under = new CustomerUnderTest(twoLines);
    under.customer.push({ temper: 'irritated' });
    under.join();
    expect(under.wanted).toContain('Who is it? (irritated)');
  });

  it('speaks a line that a trainer types, after the present one', async () => {
    const under = new CustomerUnderTest(twoLines).join();
    under.customer.push({ say: 'Who gave you my number?' });
    await under.make('Who gave you my number? (calm)', 2);
    expect(under.voice.done).toEqual([]);
    await under.make('Who is it? (calm)', 1);
    expect(under.voice.done).toEqual(['say 1', 'say 2']);
  });
});
