import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { isCode, readScenario, textIn, trainingLanguages, type Scenario, type ScenarioCall } from '../../training-kit';
import { trainingQueues } from '../agent/queue';

const folder = 'projects/training-server/scenarios';
const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
const textOf = (file: string): string => readFileSync(`${folder}/${file}`, 'utf8');

function scenarioOf(file: string): Scenario {
  const read = readScenario(textOf(file));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.scenario;
}

const codesWanted = ({ turns, expect: rules }: ScenarioCall): string[] => [
  ...rules.flatMap(({ code }) => code ?? []),
  ...turns.flatMap(({ next = [] }) =>
    next.flatMap(({ when }) => ('codeChosen' in when && when.codeChosen !== 'any' ? when.codeChosen : [])),
  ),
];

describe('the scenarios', () => {
  it('are twelve at least', () => {
    expect(files.length).toBeGreaterThanOrEqual(12);
  });

  describe.each(files)('%s', (file) => {
    it('has no problems, is named as its file, and names its schema for editors', () => {
      expect(readScenario(textOf(file))).toMatchObject({ ok: true, scenario: { id: basename(file, '.yaml') } });
      const [first] = textOf(file).split('\n');
      expect(first).toBe('# yaml-language-server: $schema=../../training-kit/scenario.schema.json');
    });

    it('is in all languages, each line in another wording', () => {
      const { languages, calls } = scenarioOf(file);
      expect(languages).toEqual(trainingLanguages);
      const lines = calls.flatMap(({ turns }) => turns.flatMap(({ say }) => say ?? []));
      const alike = lines.filter((say) => textIn(say, 'uk') === textIn(say, 'en'));
      expect(alike).toEqual([]);
      // Letters that only one of the two languages has.
      expect(lines.filter((say) => /[ыэъё]/i.test(textIn(say, 'uk')))).toEqual([]);
      expect(lines.filter((say) => /[іїєґ']/i.test(textIn(say, 'ru')))).toEqual([]);
      expect(lines.filter((say) => /[а-яіїєґ]/i.test(textIn(say, 'en')))).toEqual([]);
    });

    it('asks for queues and codes that the training has', () => {
      for (const call of scenarioOf(file).calls) {
        const queue = trainingQueues.find(({ name }) => name === call.queue);
        expect(queue).toBeDefined();
        expect(call.direction === 'outgoing').toBe(queue?.outgoing);
        const codes = (queue?.callCodes ?? []).map(({ ID, Name }) => ({ id: ID, name: Name }));
        expect(codesWanted(call).filter((wanted) => !codes.some((code) => isCode(wanted, code)))).toEqual([]);
      }
    });

    it('gives a hundred points in all', () => {
      const points = scenarioOf(file).calls.flatMap((call) => call.expect.map((rule) => rule.points ?? 0));
      expect(points.reduce((sum, each) => sum + each, 0)).toBe(100);
    });
  });
});
