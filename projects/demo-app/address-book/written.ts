import type { Note } from './contact';

const day = 86_400_000;
const today = new Date().setHours(0, 0, 0, 0);

/** A note of the sample data, this many days from today, at some time of a working day. */
export function written(id: string, days: number, author: string, text: string): Note {
  const minutes = (9 * 60 + ((text.length * 37) % 480)) * 60_000;
  return { id, author, text, writtenAt: new Date(today + days * day + minutes).toISOString(), callTraceId: null };
}
