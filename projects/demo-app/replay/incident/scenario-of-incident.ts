import type { ScenarioFile } from '../../../training-kit';
import type { Incident, IncidentCall, IncidentEvent } from './incident';
import { spokenWords } from './spoken-words';

type FileCall = ScenarioFile['calls'][number];
type FileTurn = NonNullable<FileCall['turns']>[number];
type Action = NonNullable<FileTurn['do']>[number];

/** Events nearer to each other than this (ms) happen in one turn. */
const together = 100;
/** As many events as a scenario has room for, beside the turns that wait and the last one. */
const mostTurns = 40;
const mostCalls = 20;
/** More waits than a call has room for: a damaged recording may say that a call took a thousand years. */
const mostWaits = 60;
/** A turn waits at most so long (s); a longer time takes several. */
const longestWait = 600;

/**
 * A scenario with the calls, the order and the times of an incident. The customers are made up: a recording does not
 * have them.
 */
export function scenarioOfIncident({ calls, beganMs }: Incident, when: Date): ScenarioFile {
  const kept = calls.filter(({ outcome }) => outcome !== 'givenUp').slice(-mostCalls);
  const day = when.toISOString().slice(0, 10);
  const made = kept.map((call, at) => callOf(call, at, kept[at - 1]?.endedMs ?? beganMs));
  const lengthMs = (kept.at(-1)?.endedMs ?? beganMs) - beganMs;
  return {
    id: `incident-${when.toISOString().slice(0, 16).replace(/[T:]/g, '-')}`,
    version: 1,
    title: { uk: `Інцидент ${day}`, ru: `Инцидент ${day}`, en: `Incident of ${day}` },
    about: spokenWords.about,
    languages: ['uk', 'ru', 'en'],
    limitSeconds: Math.min(7200, Math.ceil(lengthMs / 1000) + 300),
    calls: made,
  };
}

function callOf(call: IncidentCall, at: number, freeSinceMs: number): FileCall {
  const { direction, queue, outcome, endedBy } = call;
  const number = String(at + 1).padStart(2, '0');
  const comesAfterSeconds = Math.min(600, Math.max(0, toSeconds(call.beganMs - freeSinceMs)));
  const made: FileCall = {
    direction,
    ...(queue === null ? {} : { queue: queue.slice(0, 80) }),
    customer: {
      number: `+3806600000${number}`,
      name: { uk: `Клієнт ${at + 1}`, ru: `Клиент ${at + 1}`, en: `Customer ${at + 1}` },
    },
    comesAfterSeconds,
  };
  if (outcome === 'missed') {
    return { ...made, missed: true, expect: [{ repair: { action: 'endPause', within: 30 } }] };
  }
  if (outcome === 'busy' || outcome === 'neverAnswers') return { ...made, dialled: outcome };
  const longestHold = Math.max(0, ...holdsOf(call.events));
  return {
    ...made,
    turns: turnsOf(call),
    expect: [
      { greeting: 3 },
      ...(longestHold > 0 ? [{ hold: Math.min(600, Math.ceil(longestHold / 1000)) }] : []),
      ...(call.events.some(({ type }) => type === 'stuck')
        ? [{ repair: { action: 'restartAgent' as const, within: 60 } }]
        : []),
      { endedBy },
    ],
  };
}

function holdsOf(events: readonly IncidentEvent[]): number[] {
  let sinceMs = 0;
  return events.flatMap(({ type, atMs }) => {
    if (type === 'hold') sinceMs = atMs;
    return type === 'holdOver' ? [atMs - sinceMs] : [];
  });
}

/** A part of a call in which nothing new happens. */
interface Step {
  readonly id: string;
  readonly atMs: number;
  readonly do: readonly Action[];
  readonly say?: FileTurn['say'];
}

function turnsOf({ direction, events, joinedMs, endedMs, endedBy }: IncidentCall): FileTurn[] {
  const lengthMs = endedMs - (joinedMs ?? endedMs);
  const [first, ...rest] = stepsOf(events);
  const begins: Step = { id: 'begins', atMs: 0, do: first?.do ?? [], say: spokenWords.hello[direction] };
  const isRestored = events.findLast(({ type }) => type === 'badLine' || type === 'goodLine')?.type !== 'badLine';
  const restore: Action[] = isRestored ? [] : [goodLine];
  const lastMs = endedBy === 'customer' ? lengthMs : (rest.at(-1)?.atMs ?? 0) + spokenWords.waitsForEndMs;
  const leaves: Step = { id: 'leaves', atMs: lastMs, do: [...restore, { hangUp: true }] };
  return linked(filled([begins, ...rest.slice(0, mostTurns), leaves]));
}

/** The events as steps. The first step is the beginning. */
function stepsOf(events: readonly IncidentEvent[]): Step[] {
  const steps: Step[] = [{ id: 'begins', atMs: 0, do: [] }];
  const counts = new Map<string, number>();
  for (const event of events) {
    const last = steps.at(-1)!;
    const actions = actionsOf(event);
    const isWithLast = event.atMs - last.atMs < together && last.do.length + actions.length <= 7;
    if (isWithLast && event.type !== 'hold') {
      steps[steps.length - 1] = { ...last, do: [...last.do, ...actions] };
      continue;
    }
    const name = names[event.type];
    counts.set(name, (counts.get(name) ?? 0) + 1);
    const say = event.type === 'hold' ? spokenWords.waits : undefined;
    const atMs = Math.max(event.atMs, last.atMs + 10);
    steps.push({ id: `${name}-${counts.get(name)}`, atMs, do: actions, ...(say && { say }) });
  }
  return steps;
}

const names: Readonly<Record<IncidentEvent['type'], string>> = {
  cut: 'link-is-cut',
  badLine: 'line-is-bad',
  goodLine: 'line-is-good',
  audioGone: 'sound-is-gone',
  audioBack: 'sound-is-back',
  stuck: 'agent-is-stuck',
  secondCall: 'second-call',
  hold: 'was-held',
  holdOver: 'was-resumed',
};

const goodLine: Action = { line: { lossPercent: 0, delayMs: 0, jitterMs: 0 } };

function actionsOf(event: IncidentEvent): Action[] {
  switch (event.type) {
    case 'cut':
      return [{ cut: { link: event.link, seconds: Math.min(120, Math.max(0.1, toSeconds(event.seconds * 1000))) } }];
    case 'badLine':
      return [{ line: event.line }];
    case 'goodLine':
      return [goodLine];
    case 'audioGone':
      return [{ audio: 'gone' }];
    case 'audioBack':
      return [{ audio: 'back' }];
    case 'stuck':
      return [{ stuck: true }];
    case 'secondCall':
      return [{ secondCall: 10 }];
    case 'hold':
    case 'holdOver':
      return [];
  }
}

/** Puts steps that only wait where the time between two is too long for one turn. */
function filled(steps: readonly Step[]): Step[] {
  let waits = 0;
  return steps.flatMap((step, at) => {
    const before = steps[at - 1];
    const between: Step[] = [];
    if (before === undefined) return [step];
    const longestMs = longestWait * 1000;
    for (let atMs = before.atMs + longestMs; atMs < step.atMs && waits < mostWaits; atMs += longestMs) {
      between.push({ id: `goes-on-${++waits}`, atMs, do: [] });
    }
    return [...between, step];
  });
}

/** Each turn leads to the next one when its time has come. Rounded times do not add up to an error. */
function linked(steps: readonly Step[]): FileTurn[] {
  let reached = 0;
  return steps.map(({ id, do: actions, say }, at) => {
    const next = steps[at + 1];
    const after = next && Math.min(longestWait, Math.max(0.01, toSeconds(next.atMs - reached)));
    reached += (after ?? 0) * 1000;
    return {
      id,
      ...(say === undefined ? {} : { say }),
      ...(actions.length > 0 ? { do: [...actions] } : {}),
      ...(next && after !== undefined ? { next: [{ when: { after }, go: next.id }] } : {}),
    };
  });
}

/** Seconds to a hundredth. */
const toSeconds = (ms: number): number => Math.round(ms / 10) / 100;
