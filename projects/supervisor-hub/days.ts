import {
  type BoardRights,
  type DaySpan,
  type OperatorTotals,
  type TimelineSegment,
  type TimelinesAnswer,
  type TotalsAnswer,
  longestTimeline,
  timelinesAtOnce,
  totalsOf,
} from 'mediatel-lib/hub-protocol';
import type { Clock } from '../server-kit';
import type { DayCalendar } from './day-calendar';
import type { HubStore } from './hub-store';
import type { Roster } from './roster';
import { type HubTeams, teamOf } from './teams';
import { composeDay } from './timeline';

export interface DaysParts {
  readonly roster: Roster;
  readonly store: HubStore;
  readonly teams: HubTeams;
  readonly nameOf: (login: string) => string;
  readonly clock: Pick<Clock, 'now'>;
  /** The same calendar as the store's. */
  readonly calendar: DayCalendar;
}

interface Person {
  readonly id: string;
  readonly name: string;
  readonly team: string;
}

/** Operators in a page of totals. Reading one page must not delay the deltas. */
const pageSize = 100;

/**
 * What operators did on a day, as segments and as totals, for boards that may watch them. Rejects while the store is
 * away.
 */
export class Days {
  readonly #parts: DaysParts;

  constructor(parts: DaysParts) {
    this.#parts = parts;
  }

  async timelines(rights: BoardRights, wanted: unknown): Promise<TimelinesAnswer> {
    const span = this.#spanOf(wanted);
    const ids = new Set(idsIn(wanted).slice(0, timelinesAtOnce));
    const people = (await this.#peopleOf(span, rights)).filter(({ id }) => ids.has(id));
    const days = await this.#read(people, span);
    return {
      ...span,
      operators: people.map((person) => {
        const segments = days.get(person.id) ?? [];
        const complete = segments.length <= longestTimeline;
        return { ...person, segments: complete ? segments : segments.slice(-longestTimeline), complete };
      }),
    };
  }

  async totals(rights: BoardRights, wanted: unknown): Promise<TotalsAnswer> {
    const span = this.#spanOf(wanted);
    const after = textIn(wanted, 'after') ?? '';
    const people = (await this.#peopleOf(span, rights)).filter(({ id }) => id > after);
    const page = people.slice(0, pageSize);
    const days = await this.#read(page, span);
    return {
      ...span,
      operators: page.map((person): OperatorTotals => ({
        ...person,
        totals: totalsOf(days.get(person.id) ?? [], span.until),
      })),
      next: people.length > page.length ? (page.at(-1)?.id ?? null) : null,
    };
  }

  #spanOf(wanted: unknown): DaySpan {
    const { calendar, clock } = this.#parts;
    const now = clock.now();
    const asked = textIn(wanted, 'day');
    const day = asked !== null && calendar.isDay(asked) ? asked : calendar.dayOf(now);
    const begin = calendar.beginOf(day);
    const end = calendar.endOf(day);
    const { timeZone } = calendar;
    return { day, begin, until: Math.max(begin, Math.min(now, end)), end, timeZone };
  }

  /** Everybody present on the day, sorted by id, including those who have left since. */
  async #peopleOf({ day }: DaySpan, { teams }: BoardRights): Promise<Person[]> {
    const { calendar, clock, nameOf, roster, store } = this.#parts;
    const people = new Map<string, Person>();
    for (const [id, login] of await store.peopleOf(day)) {
      people.set(id, { id, name: nameOf(login), team: teamOf(login, this.#parts.teams) });
    }
    // Operators in one state since before midnight: nothing is written for today yet.
    if (day === calendar.dayOf(clock.now())) {
      for (const { id, name, team } of roster.all()) people.set(id, { id, name, team });
    }
    return [...people.values()].filter(({ team }) => teams.includes(team)).sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async #read(
    people: readonly Person[],
    { day, begin, until }: DaySpan,
  ): Promise<ReadonlyMap<string, TimelineSegment[]>> {
    const { calendar, store } = this.#parts;
    const ids = people.map(({ id }) => id);
    // The day before contains the state at the beginning of the day.
    const [before, entries] = await Promise.all([store.day(ids, calendar.dayOf(begin - 1)), store.day(ids, day)]);
    return new Map(
      ids.map((id) => [id, composeDay([...(before.get(id) ?? []), ...(entries.get(id) ?? [])], begin, until)]),
    );
  }
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

function textIn(value: unknown, name: string): string | null {
  const text = fieldOf(value, name);
  return typeof text === 'string' ? text : null;
}

function idsIn(value: unknown): string[] {
  const ids = fieldOf(value, 'operators');
  return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === 'string') : [];
}
