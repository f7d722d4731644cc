import type { BoardLabels } from 'mediatel-lib/ui';

/** The text for a lost connection to the hub, with the time of the state that is still shown. */
export function lostWords(text: BoardLabels, heardAt: number | null, language: string): string {
  return text.lost(clockWords(heardAt, language));
}

/** A time of day: “15:52”; `null` for none. */
export function clockWords(at: number | null, language: string): string | null {
  if (at === null) return null;
  return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}
