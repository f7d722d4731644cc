import { readFileSync } from 'node:fs';
import { scenarioJsonSchema } from './scenario-json-schema';

describe('scenario.schema.json', () => {
  it('is the schema of the code; otherwise run `npm run schema` and commit it', () => {
    expect(readFileSync('projects/training-kit/scenario.schema.json', 'utf8')).toBe(scenarioJsonSchema());
  });

  it('says what a file must have', () => {
    const schema: unknown = JSON.parse(scenarioJsonSchema());
    expect(schema).toMatchObject({
      additionalProperties: false,
      required: ['id', 'version', 'title', 'about', 'languages', 'calls'],
      properties: { calls: { items: { properties: { turns: { items: { required: ['id'] } }, expect: {} } } } },
    });
  });
});
