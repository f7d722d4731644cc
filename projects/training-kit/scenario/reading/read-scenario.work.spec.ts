import { readScenario } from './read-scenario';

/** The problems of a file, and the seconds of the processor that it took to find them. */
function timed(yaml: string): { readonly messages: readonly string[]; readonly seconds: number } {
  const began = process.cpuUsage();
  const read = readScenario(yaml);
  const seconds = process.cpuUsage(began).user / 1_000_000;
  return { messages: read.ok ? [] : read.problems.map(({ message }) => message), seconds };
}

/** Each takes 0.2 to 1 s; when each fault cost a look at the whole file, it took 15 to 40 s. */
const mostSeconds = 5;

// A trainer's page checks a file at each key, and the server that checks it answers calls meanwhile.
describe('a file that is no scenario at all is refused in a moment', () => {
  it.each([
    ['}\n', 'this is no YAML: Unexpected flow-map-end token in YAML document: "}"'],
    [':\n', 'this is no YAML: Map keys must be unique'],
    ['a: &a b\n', 'this is no YAML: Map keys must be unique'],
    ['*a ', 'this is no YAML: Unexpected alias at node end'],
  ])('all of %j', (text, message) => {
    const { messages, seconds } = timed(text.repeat(Math.floor(65_536 / text.length)));
    expect(messages).toHaveLength(50);
    expect(messages).toContain(message);
    expect(seconds).toBeLessThan(mostSeconds);
  });

  it.each([
    ['unknown fields', Array.from({ length: 10_000 }, (_, at) => `x${at.toString(36)}:`).join('\n')],
    ['wrong values', `id: a-b\nlanguages: [${'pl, '.repeat(15_000)}uk]`],
  ])('thousands of %s', (_what, yaml) => {
    const { messages, seconds } = timed(yaml);
    expect(messages).toHaveLength(50);
    expect(seconds).toBeLessThan(mostSeconds);
  });
});
