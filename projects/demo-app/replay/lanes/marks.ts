import type { EventMark, PlainEvent } from '../events/plain-event';

/** A place on the time axis that is worth a look: a request, an incident, a reload. */
export interface Mark {
  readonly atMs: number;
  readonly mark: EventMark;
  /** What happened, in plain words; several things on one place are joined. */
  readonly words: string;
  /** How long it is until the next mark, or the end (ms). */
  readonly roomMs: number;
}

/** Marks closer than this share of the axis are one. */
const closest = 0.006;

/** Marks of the events of some kinds. Of several in one place, the incident decides the shape. */
export function marksOf(
  events: readonly PlainEvent[],
  kinds: readonly EventMark[],
  length: number,
  wordsOf: (event: PlainEvent) => string,
): readonly Mark[] {
  const marks: Omit<Mark, 'roomMs'>[] = [];
  for (const event of events) {
    if (!kinds.includes(event.mark)) continue;
    const last = marks.at(-1);
    if (last !== undefined && event.atMs - last.atMs < length * closest) {
      const mark = event.mark === 'incident' ? 'incident' : last.mark;
      marks[marks.length - 1] = { atMs: last.atMs, mark, words: `${last.words}, ${wordsOf(event)}` };
    } else marks.push({ atMs: event.atMs, mark: event.mark, words: wordsOf(event) });
  }
  return marks.map((mark, index) => ({
    ...mark,
    roomMs: (marks[index + 1]?.atMs ?? length) - mark.atMs,
  }));
}
