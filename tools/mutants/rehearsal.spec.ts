import { Rehearsal } from './rehearsal.js';

type Body = () => unknown;

/** A spec as Jest has loaded it: one block inside another, each with a test. */
function loaded(log: string[], inner: Body) {
  const hook = (type: string, name: string) => ({ type, fn: () => void log.push(`${type} ${name}`) });
  const block = (name: string, parent: unknown) => ({
    type: 'describeBlock',
    name,
    parent,
    hooks: ['beforeAll', 'beforeEach', 'afterEach', 'afterAll'].map((type) => hook(type, name)),
    children: [] as unknown[],
  });
  const outer = block('outer', undefined);
  const within = block('inner', outer);
  const test = (name: string, parent: unknown, fn: Body, mode?: string) => ({ type: 'test', name, parent, fn, mode });
  within.children.push(
    test('b', within, inner),
    test('c', within, () => undefined, 'skip'),
  );
  outer.children.push(
    test('a', outer, () => void log.push('a')),
    within,
  );
  const state = {
    rootDescribeBlock: outer,
    unhandledErrors: [] as unknown[],
    unhandledRejectionErrorByPromise: new Map(),
  };
  return { state, rehearsal: new Rehearsal(state as never) };
}

describe('a rehearsal', () => {
  it('runs a test with the hooks around it, as often as wanted, and no skipped one', async () => {
    const log: string[] = [];
    const { rehearsal } = loaded(log, () => void log.push('b'));
    expect(rehearsal.tests.map(({ name }) => name)).toEqual(['a', 'b']);
    const around = ['beforeEach outer', 'beforeEach inner', 'b', 'afterEach inner', 'afterEach outer'];
    for (const _time of [1, 2]) expect(await rehearsal.run(rehearsal.tests[1]!)).toBe('passed');
    expect(log.splice(0)).toEqual([...around, ...around]);
    await rehearsal.beforeAll();
    await rehearsal.afterAll();
    expect(log).toEqual(['beforeAll outer', 'beforeAll inner', 'afterAll inner', 'afterAll outer']);
  });

  it.each<[string, Body, string]>([
    [
      'throws',
      () => {
        throw new Error('at once');
      },
      'failed',
    ],
    ['rejects', () => Promise.reject(new Error('later')), 'failed'],
    ['does not end', () => new Promise(() => undefined), 'timedOut'],
    ['passes', () => Promise.resolve(), 'passed'],
  ])('reports that a test %s, and cleans up after it', async (_what, body, outcome) => {
    const log: string[] = [];
    const { rehearsal } = loaded(log, body);
    expect(await rehearsal.run(rehearsal.tests[1]!, 50)).toBe(outcome);
    expect(log.slice(-2)).toEqual(['afterEach inner', 'afterEach outer']);
  });

  it('counts an uncaught error as a failure of that test only', async () => {
    const { state, rehearsal } = loaded([], () => void state.unhandledErrors.push(new Error('of a timer')));
    expect(await rehearsal.run(rehearsal.tests[1]!)).toBe('failed');
    expect(await rehearsal.run(rehearsal.tests[0]!)).toBe('passed');
  });
});
