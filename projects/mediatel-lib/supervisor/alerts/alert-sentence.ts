import { durationWords, type ViewLabels } from 'mediatel-lib/ui';
import type { MediatelAlert } from './alert';
import { timedPhases } from './alert-thresholds';

/** The alert's sentence without the operator's name: “After call for 6 min, no code chosen”. */
export function alertSentence(alert: MediatelAlert, words: ViewLabels['alerts'], language: string): string {
  const { kind, phase, pause, codeChosen, mos } = alert;
  const time = durationWords(alert.seconds, language);
  switch (kind) {
    case 'lasting': {
      const timed = timedPhases.find((known) => known === phase);
      return timed ? words.lasting({ phase: timed, time, pause, codeChosen }) : time;
    }
    case 'unconfirmed':
      return words.unconfirmed(time);
    case 'poorSound':
      return words.poorSound(
        mos === null ? '–' : new Intl.NumberFormat(language, { minimumFractionDigits: 1 }).format(mos),
      );
    default:
      return words[kind];
  }
}
