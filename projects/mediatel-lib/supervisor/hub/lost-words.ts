import type { BoardLabels } from 'mediatel-lib/ui';

/** The text for a lost connection to the hub, with the time of the state that is still shown. */
export function lostWords(text: BoardLabels, heardAt: number | null, language: string): string {
  const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return text.lost(heardAt === null ? null : clock.format(heardAt));
}
