import { scenarioSchema, type Scenario } from '../scenario';
import { scenarioFaults } from './scenario-faults';
import { mostProblems, type Fault, type ScenarioProblem } from './scenario-problem';
import { schemaFaults } from './schema-faults';
import { YamlSource } from './yaml-source';

/** A scenario, or why its file is none. */
export type ReadScenario =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: readonly ScenarioProblem[] };

/**
 * Reads a scenario file. Never throws, whatever the text.
 *
 * It looks at the YAML first, then at the form of the fields, then at what they mean together. Each step needs the one
 * before, so the problems are those of one step, in the order of the file.
 */
export function readScenario(yaml: string): ReadScenario {
  const source = new YamlSource(yaml);
  if (source.problems.length > 0) return refused(source.problems);
  if (source.value === null || source.value === undefined) return refusedFor(source, [emptyFile]);
  const parsed = scenarioSchema.safeParse(source.value);
  if (!parsed.success) return refusedFor(source, schemaFaults(source.value, parsed.error.issues));
  const faults = scenarioFaults(parsed.data);
  return faults.length > 0 ? refusedFor(source, faults) : { ok: true, scenario: parsed.data };
}

const emptyFile: Fault = { path: [], message: 'the file is empty' };

const refusedFor = (source: YamlSource, faults: readonly Fault[]): ReadScenario =>
  refused(faults.map((fault) => source.place(fault)));

function refused(problems: readonly ScenarioProblem[]): ReadScenario {
  const inOrder = problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
  return { ok: false, problems: inOrder.slice(0, mostProblems) };
}
