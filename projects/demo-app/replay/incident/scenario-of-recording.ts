import type { FlightFile } from 'mediatel-lib/recorder';
import { stringify } from 'yaml';
import { readScenario } from '../../../training-kit';
import { incidentOf } from './incident-of';
import { scenarioOfIncident } from './scenario-of-incident';

/** A scenario file made from a recording, or why there is none. */
export type MadeScenario =
  | { readonly ok: true; readonly id: string; readonly yaml: string }
  | { readonly ok: false; readonly reason: 'no-call' | 'unplayable' };

/** Makes a scenario of an incident: to be edited, and played to a trainee or in CI. */
export function scenarioOfRecording(file: Pick<FlightFile, 'entries' | 'savedAt'>): MadeScenario {
  const incident = incidentOf(file);
  const scenario = scenarioOfIncident(incident, new Date(file.savedAt.wall));
  if (scenario.calls.length === 0) return { ok: false, reason: 'no-call' };
  const yaml = [
    ...headOf(incident.elsewhere),
    stringify(scenario, { lineWidth: 120, aliasDuplicateObjects: false }),
  ].join('\n');
  return readScenario(yaml).ok ? { ok: true, id: scenario.id, yaml } : { ok: false, reason: 'unplayable' };
}

function headOf(elsewhere: number): string[] {
  return [
    '# Made from a flight recording. The customers, their numbers and their lines are made up.',
    '# Change the queues if the training server has others.',
    ...(elsewhere > 0 ? [`# Faults outside of calls, which are left out: ${elsewhere}.`] : []),
  ];
}
