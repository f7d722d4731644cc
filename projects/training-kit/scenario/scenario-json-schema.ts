import { scenarioSchema } from './scenario';
import { z } from './schema-maker';

/** The JSON schema of a scenario file, for editors: `scenario.schema.json` as a text. */
export function scenarioJsonSchema(): string {
  const schema = z.toJSONSchema(scenarioSchema, { io: 'input', target: 'draft-07' });
  return `${JSON.stringify({ title: 'A scenario of the Mediatel training server', ...schema }, null, 2)}\n`;
}
