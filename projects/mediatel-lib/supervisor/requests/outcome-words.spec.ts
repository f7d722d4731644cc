import type { SupervisorRequestKind } from 'mediatel-lib/hub-protocol';
import { type ActLabels, MediatelIntl, mediatelLanguages } from 'mediatel-lib/ui';
import { provideFakePorts } from 'mediatel-lib/testing';
import { TestBed } from '@angular/core/testing';
import { outcomeWords } from './outcome-words';

/** All reasons of the desk's executor and of `CommandRefusal`, and some that no version knows. */
const reasons = [
  ...['wrong-phase', 'in-call', 'not-needed', 'unknown-pause', 'no-answer', 'not-on-screen', 'not-available'],
  ...['not-signed-in', 'not-connected', 'not-synced', 'already-pending', 'toString', 'a-new-reason', ''],
];
const codes = reasons.filter((reason) => reason.includes('-'));
const kinds: readonly SupervisorRequestKind[] = ['message', 'endPause', 'takePause', 'logout', 'restart'];

describe('outcomeWords', () => {
  let text: ActLabels;
  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideFakePorts()] });
    await TestBed.inject(MediatelIntl).loadViews();
    text = TestBed.inject(MediatelIntl).viewLabels().acts;
  });

  it('says why the desk refused, and what state stood in the way', () => {
    const refused = (kind: SupervisorRequestKind, reason: string): string =>
      outcomeWords(kind, { outcome: 'refused', reason }, text);
    expect(refused('logout', 'in-call')).toBe('Not possible during a call');
    expect(refused('endPause', 'wrong-phase')).toBe('There is no pause to end');
    expect(refused('takePause', 'wrong-phase')).toBe('The operator is logged out');
    expect(refused('restart', 'not-needed')).toBe('Not needed: the agent is not stuck');
    expect(refused('logout', 'a-new-reason')).toBe('The desk did not allow this now');
  });

  it('says that nothing was sent, and why', () => {
    expect(outcomeWords('logout', { outcome: 'unsent', block: 'inCall' }, text)).toBe(
      'Nothing was sent. Not during a call.',
    );
  });

  it('is a sentence for every reason in every language, never a code (law)', async () => {
    const intl = TestBed.inject(MediatelIntl);
    let sentences = 0;
    for (const { tag } of mediatelLanguages) {
      await intl.setLanguage(tag);
      await intl.loadViews();
      const { acts } = intl.viewLabels();
      for (const kind of kinds) {
        for (const reason of reasons) {
          const words = outcomeWords(kind, { outcome: 'refused', reason }, acts);
          expect(words).toMatch(/^\p{Lu}[^(]{8,}$/u);
          expect(codes.filter((code) => words.includes(code))).toEqual([]);
          sentences += 1;
        }
      }
    }
    expect(sentences).toBe(3 * kinds.length * reasons.length);
  });
});
