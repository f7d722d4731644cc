import { readFileSync } from 'node:fs';
import { scenarioJsonSchema } from '../scenario-json-schema';
import { readScenario } from './read-scenario';

const guide = readFileSync('docs/guides/writing-a-scenario.md', 'utf8');

/** Every field's name in a JSON schema. */
function fieldsOf(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'properties' in part ? Object.keys(part.properties ?? {}) : [];
  return [...own, ...Object.values(part).flatMap(fieldsOf)];
}

describe('the guide to scenarios', () => {
  it('shows a scenario without problems', () => {
    const examples = Array.from(guide.matchAll(/^```yaml\n(.*?)^```$/gms), ([, code = '']) => code);
    expect(examples).toHaveLength(1);
    expect(examples.map(readScenario)).toMatchObject([{ ok: true, scenario: { id: 'opening-hours' } }]);
  });

  it('names every field', () => {
    const fields = new Set(fieldsOf(JSON.parse(scenarioJsonSchema())));
    expect(fields.size).toBeGreaterThan(40);
    expect([...fields].filter((field) => !guide.includes(`\`${field}\``))).toEqual([]);
  });
});
