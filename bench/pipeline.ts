import '@angular/compiler';
import { type EnvironmentInjector, createEnvironmentInjector } from '@angular/core';
import { Store, provideState, provideStore } from '@ngrx/store';
import microdiff from 'microdiff';
import { type Snapshot, decodeSnapshot } from 'mediatel-lib/protocol';
import {
  AgentActions,
  agentFeature,
  commandsFeature,
  initialAgentState,
  linkFeature,
  missedCallsFeature,
  selectAgent,
  selectCall,
  selectCommandRefusals,
  softphoneFeature,
} from 'mediatel-lib/store';
import { SnapshotPipeline } from '../projects/mediatel-lib/store/snapshot/snapshot-pipeline';
import { translate } from '../projects/mediatel-lib/store/snapshot/translate';
import { alternate } from './alternate';
import { type Row, row } from './row';
import { changingTexts } from './snapshots';
import { zodSnapshot } from './zod-snapshot';

const parse = (text: string): unknown => JSON.parse(text);

/** Texts that continue from batch to batch. */
function texts(): (count: number) => readonly string[] {
  let turn = 0;
  return (count) => {
    const made = changingTexts(count, turn);
    turn += count;
    return made;
  };
}

function changed(): readonly Row[] {
  const next = texts();
  let previous: Snapshot | null = null;
  let state = initialAgentState;
  const ours = {
    prepare: (count: number) => next(count).map(parse),
    run: (raw: unknown) => {
      const decoded = decodeSnapshot(raw, previous);
      if (!decoded.ok) throw new Error(decoded.reason);
      previous = decoded.snapshot;
      const { changes } = translate(state, decoded.snapshot, { origin: 'live', receivedAt: 0 });
      if (changes) state = agentFeature.reducer(state, AgentActions.agentChanged({ changes, origin: 'live' }));
      return state;
    },
  };
  const beside = { prepare: texts(), run: parse };
  const withParse = alternate(ours, beside);

  const zodNext = texts();
  let zodState: Record<string, unknown> = {};
  const zod = {
    prepare: (count: number) => zodNext(count).map(parse),
    run: (raw: unknown) => {
      const snapshot = zodSnapshot.parse(raw) as Record<string, unknown>;
      const changes: Record<string, unknown> = {};
      for (const { path } of microdiff(zodState, snapshot)) changes[path[0]!] = snapshot[path[0]!];
      zodState = { ...zodState, ...changes };
      return zodState;
    },
  };
  const withZod = alternate(ours, zod);
  return [
    row({ name: 'pipeline-changed', unit: 'µs', ...withParse, peerName: 'JSON.parse of the text', goal: 0.5 }),
    row({ name: 'pipeline-changed/zod', unit: 'µs', ...withZod, peerName: 'zod 4 + microdiff + reduce', goal: 0.1 }),
  ];
}

/**
 * A real store with the library's features and intake (not its effects). The selectors that depend on every snapshot
 * are subscribed.
 */
function listeningStore() {
  const injector = createEnvironmentInjector(
    [
      provideStore({}, { runtimeChecks: { strictStateImmutability: false, strictActionImmutability: false } }),
      provideState(agentFeature),
      provideState(softphoneFeature),
      provideState(linkFeature),
      provideState(commandsFeature),
      provideState(missedCallsFeature),
    ],
    null as unknown as EnvironmentInjector,
  );
  const store = injector.get(Store);
  const seen = { actions: 0, agent: 0, call: 0, refusals: 0 };
  store.select(selectAgent).subscribe(() => seen.agent++);
  store.select(selectCall).subscribe(() => seen.call++);
  store.select(selectCommandRefusals).subscribe(() => seen.refusals++);
  let agent = initialAgentState;
  store.select(selectAgent).subscribe((state) => (agent = state));
  const intake = new SnapshotPipeline();
  const take = (data: unknown) => {
    intake.readAndApply(
      { data, receivedAt: 0, connection: 1 },
      () => agent,
      (action) => {
        seen.actions++;
        store.dispatch(action);
      },
    );
    return seen;
  };
  return { take, seen };
}

function dispatched(): Row {
  const { take, seen } = listeningStore();
  const next = texts();
  let taken = 0;
  const timed = alternate(
    { prepare: (count) => next(count).map(parse), run: (raw) => (taken++, take(raw)) },
    { prepare: texts(), run: parse },
  );
  // One emission at the subscription, then one for each snapshot.
  for (const name of ['agent', 'call', 'refusals'] as const) {
    if (seen[name] > taken + 1) throw new Error(`${taken} snapshots made ${seen[name] - 1} emissions of ${name}`);
  }
  if (seen.agent !== taken + 1) throw new Error(`${taken} snapshots made ${seen.agent - 1} emissions of the agent`);
  return row({ name: 'pipeline-dispatched', unit: 'µs', ...timed, peerName: 'JSON.parse of the text', goal: 1 });
}

function same(): Row {
  const { take, seen } = listeningStore();
  const text = changingTexts(1)[0]!;
  const same = (count: number) => Array.from({ length: count }, () => text);
  take(parse(text));
  const before = { ...seen };
  const timed = alternate({ prepare: (count) => same(count).map(parse), run: take }, { prepare: same, run: parse });
  if (JSON.stringify(seen) !== JSON.stringify(before)) {
    throw new Error(`the same snapshot again changed ${JSON.stringify(before)} to ${JSON.stringify(seen)}`);
  }
  return row({ name: 'pipeline-same', unit: 'µs', ...timed, peerName: 'JSON.parse of the text', goal: 0.3 });
}

/** From the socket's text to the selectors' values, compared with parsing the same text. */
export function pipeline(): Promise<readonly Row[]> {
  return Promise.resolve([...changed(), dispatched(), same()]);
}
