import { readFileSync } from 'node:fs';
import type { CustomerState } from './customer-state';
import { readScenario } from '../reading/read-scenario';
import type { Scenario } from '../scenario';
import { VirtualCall } from './virtual-call.fixture';

/** A made-up trainee in one call of a scenario. The call has begun, unless nobody answers. */
type Trainee = (call: VirtualCall) => unknown;

const through: Partial<CustomerState> = { status: 'over', isFinished: true };

interface Course {
  readonly calls: readonly Trainee[];
  /** The turns of each call. */
  readonly turns: readonly (readonly string[])[];
}

const silent: Trainee = (call) => call.wait(120);
const nothing: Trainee = (call) => call.end();

/** Says what is needed, listens to each answer, and ends the call. */
const talks =
  (...seconds: number[]): Trainee =>
  (call) => {
    for (const each of seconds) call.say(each);
    return call.listen().wait(1).end();
  };

const agreed = ['answers', 'replies', 'says-goodbye'];

const scenarios: Readonly<Record<string, { readonly right: Course; readonly wrong: Course }>> = {
  'first-outgoing-call': {
    right: {
      calls: [(call) => talks(2, 4, 2, 1)(call)],
      turns: [['answers', 'asks-why', 'promises', 'says-goodbye']],
    },
    wrong: { calls: [silent], turns: [['answers', 'hears-nothing', 'gives-up']] },
  },
  incoming: {
    right: { calls: [talks(2, 8, 4, 1)], turns: [['waits-for-greeting', 'asks', 'asks-again', 'thanks']] },
    wrong: {
      // Greets, and then has no answer.
      calls: [(call) => call.say(1).wait(60)],
      turns: [['waits-for-greeting', 'asks', 'gives-up']],
    },
  },
  busy: { right: { calls: [nothing], turns: [[]] }, wrong: { calls: [nothing], turns: [[]] } },
  'no-answer': { right: { calls: [nothing], turns: [[]] }, wrong: { calls: [nothing], turns: [[]] } },
  'caller-hangs-up': {
    right: { calls: [(call) => call.say(2).say(4).wait(20)], turns: [['waits-for-greeting', 'begins', 'breaks-off']] },
    wrong: { calls: [silent], turns: [['waits-for-greeting', 'goes-away']] },
  },
  'hold-and-resume': {
    right: {
      calls: [(call) => call.say(2).say(3).listen().hold(20).wait(1).say(4).listen().end()],
      turns: [['waits-for-greeting', 'asks', 'agrees', 'is-back', 'thanks']],
    },
    wrong: {
      calls: [(call) => call.say(2).say(3).listen().hold(50)],
      turns: [['waits-for-greeting', 'asks', 'agrees', 'waits-too-long']],
    },
  },
  'promise-to-pay': {
    right: {
      calls: [(call) => call.code('4', '10. Обіцянка про оплату') && talks(3, 6, 4)(call)],
      turns: [['answers', 'complains', 'offers-part', 'agrees', 'noted']],
    },
    wrong: {
      // Lectures the debtor, and goes on when interrupted.
      calls: [(call) => call.say(2).say(40)],
      turns: [['answers', 'complains', 'interrupts', 'has-had-enough']],
    },
  },
  'wrong-number': {
    right: { calls: [talks(2, 3, 1)], turns: [['answers', 'is-another', 'forgives']] },
    wrong: { calls: [(call) => call.say(2).say(12)], turns: [['answers', 'is-another', 'is-annoyed']] },
  },
  'predictive-hour': {
    right: {
      calls: Array.from({ length: 10 }, () => talks(3, 2)),
      turns: [
        ...[agreed, agreed, ['machine'], agreed, agreed, agreed, agreed, ['machine']],
        ...[['answers', 'replies'], agreed],
      ],
    },
    wrong: {
      calls: Array.from({ length: 10 }, () => silent),
      turns: Array.from({ length: 10 }, (_, at) =>
        at === 2 || at === 7 ? ['machine', 'machine-ends'] : ['answers', 'hangs-up'],
      ),
    },
  },
  'force-pause-recovery': {
    right: { calls: [nothing, talks(2, 4)], turns: [[], ['waits-for-greeting', 'complains', 'thanks']] },
    wrong: { calls: [nothing, silent], turns: [[], ['waits-for-greeting', 'hangs-up']] },
  },
  'lost-network': {
    right: {
      calls: [(call) => talks(3, 1)(call.say(2).say(4).say(3).say(2).listen().wait(10))],
      turns: [
        [
          ...['waits-for-greeting', 'tells', 'line-gets-bad', 'server-is-gone', 'waits-for-it', 'line-is-good'],
          ...['thanks'],
        ],
      ],
    },
    wrong: {
      // Falls silent when the line gets bad.
      calls: [(call) => call.say(2).say(4).wait(60)],
      turns: [['waits-for-greeting', 'tells', 'line-gets-bad', 'hangs-up']],
    },
  },
  'stuck-agent': {
    right: { calls: [talks(3, 3)], turns: [['answers', 'is-interested', 'agent-is-stuck']] },
    wrong: {
      // Waits instead of restarting the agent.
      calls: [(call) => call.say(3).say(3).wait(90)],
      turns: [['answers', 'is-interested', 'agent-is-stuck', 'hangs-up']],
    },
  },
};

function scenarioOf(name: string): Scenario {
  const read = readScenario(readFileSync(`projects/training-server/scenarios/${name}.yaml`, 'utf8'));
  if (!read.ok) throw new Error(read.problems.map(({ line, message }) => `${name}:${line} ${message}`).join('\n'));
  return read.scenario;
}

/** Plays each call of a scenario with its trainee. */
function played({ calls, languages }: Scenario, course: Course): VirtualCall[] {
  expect(course.calls).toHaveLength(calls.length);
  return languages.flatMap((language) =>
    calls.map((each, at) => {
      const call = new VirtualCall(each, language);
      if (each.dialled === 'answers' && !each.missed) call.begin();
      course.calls[at]!(call);
      call.listen();
      return call;
    }),
  );
}

describe.each(Object.entries(scenarios))('the scenario %s', (name, courses) => {
  it.each(['right', 'wrong'] as const)('goes its way with a trainee who does it %s, in each language', (how) => {
    const calls = played(scenarioOf(name), courses[how]);
    const turns = courses[how].turns;
    expect(calls.map((call) => call.turns)).toEqual([...turns, ...turns, ...turns]);
    expect(calls.map(({ state }) => state)).toEqual(calls.map(() => expect.objectContaining(through)));
  });
});
