import type { LanguageTag } from 'mediatel-lib/ui';
import type { Finding } from '../../training-kit';
import { inLanguage } from '../training/lesson';
import type { ScoreTexts } from './score-texts';
import { numberIn } from './times';

/** A line of a score in words. */
export interface FindingLine {
  readonly title: string;
  /** What was measured, or why it was not. */
  readonly measured: string;
  /** What is wanted: `within 3 s`. */
  readonly wanted: string;
}

const sides = ['operator', 'customer', 'server'] as const;

/** A finding in the reader's words. The scenario's own words are its title, if it has any. */
export function findingLine(finding: Finding, words: ScoreTexts, tag: LanguageTag): FindingLine {
  const { rule, text, repair, reason, verdict, measured } = finding;
  const own = rule === 'repair' && repair ? words.repairs[repair] : words.rules[rule];
  const title = text === undefined ? own : inLanguage(text, tag);
  const shown =
    verdict === 'unmeasured' ? (reason ? words.reasons[reason] : words.verdicts.unmeasured) : valueOf(measured);
  return { title, measured: shown, wanted: wantedOf() };

  function valueOf(value: number | string | null): string {
    if (value === null) return words.never;
    if (typeof value === 'number') {
      const number = numberIn(value, tag);
      return rule === 'talkShare' ? `${number} %` : words.seconds(number);
    }
    if (rule === 'endedBy') return words.endedBy[sides.find((side) => side === value) ?? 'server'];
    if (rule === 'note') return words.saved;
    if (rule === 'talkShare') return `${value} %`;
    return rule === 'reaches' ? words.turn(value) : value;
  }

  function wantedOf(): string {
    const value = valueOf(finding.wanted);
    switch (rule) {
      case 'answer':
      case 'greeting':
      case 'thankAfterHold':
      case 'repair':
        return words.within(value);
      case 'deadAir':
      case 'bothTalk':
      case 'hold':
      case 'clerical':
        return words.atMost(value);
      default:
        return value;
    }
  }
}
