// `npm run schema`: writes the published JSON schema of a scenario file.
import { writeFileSync } from 'node:fs';
import { scenarioJsonSchema } from './scenario/scenario-json-schema';

writeFileSync(new URL('scenario.schema.json', import.meta.url), scenarioJsonSchema());
