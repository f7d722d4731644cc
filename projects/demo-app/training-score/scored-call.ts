import { ChangeDetectionStrategy, Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { MediatelRecordings } from 'mediatel-lib/rest';
import { MediatelRecordingPlayer, type LanguageTag } from 'mediatel-lib/ui';
import type { Finding, ScoredCall } from '../../training-kit';
import { RouterLink } from '@angular/router';
import { Icon } from '../kit/icon';
import type { IconName } from '../kit/icons';
import { CallWaves, type WaveFlag } from './call-waves';
import type { RecordedDesk } from './desk-replay';
import { findingLine } from './finding-line';
import type { ReplayLack, ScoreTexts } from './score-texts';
import { momentOf } from './times';

const icons: Readonly<Record<Finding['verdict'], IconName>> = { met: 'done', missed: 'problem', unmeasured: 'unknown' };

/** One call of a score: its recording with the marks, and its lines. */
@Component({
  selector: 'app-scored-call',
  imports: [CallWaves, Icon, MediatelRecordingPlayer, RouterLink],
  templateUrl: './scored-call.html',
  styleUrl: './scored-call.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScoredCallView {
  /** `null`: the call did not take place. */
  readonly call = input.required<ScoredCall | null>();
  readonly findings = input.required<readonly Finding[]>();
  /** `Call 1`. */
  readonly name = input.required<string>();
  readonly words = input.required<ScoreTexts>();
  readonly tag = input.required<LanguageTag>();

  /** The call in a recording of the desk; `undefined`: there is none. */
  readonly desk = input<RecordedDesk>();
  /** Why lines lack the replay; `null`: they don't, or it is not known yet. */
  readonly replayLack = input<ReplayLack | null>(null);

  private readonly player = viewChild(MediatelRecordingPlayer);
  protected readonly recordings = inject(MediatelRecordings);
  protected readonly position = signal<number | null>(null);
  protected readonly time = momentOf;

  protected readonly lines = computed(() =>
    this.findings().map((finding, place) => ({
      ...findingLine(finding, this.words(), this.tag()),
      ...{
        finding,
        number: place + 1,
        icon: icons[finding.verdict],
        hasReplay: finding.atMs !== null && this.desk()?.covers(finding.atMs),
        verdict: this.words().verdicts[finding.verdict],
      },
    })),
  );
  protected readonly flags = computed(() =>
    this.lines().flatMap(({ finding: { atMs, untilMs, verdict }, number }): readonly WaveFlag[] =>
      atMs === null || verdict === 'unmeasured' ? [] : [{ atMs, untilMs, number, verdict }],
    ),
  );
  /** Everything that was heard, by time. */
  protected readonly heard = computed(() => {
    const call = this.call();
    const words = this.words();
    if (!call) return [];
    return [
      ...call.operatorSpeech.map((span) => ({ ...span, who: words.sides.operator })),
      ...call.customerSpeech.map((span) => ({ ...span, who: words.sides.customer })),
      ...call.holds.map((span) => ({ ...span, who: words.hold })),
    ].sort((a, b) => a.fromMs - b.fromMs);
  });

  /** Plays from a moment; what comes before it is needed to understand it. */
  protected listen(atMs: number): void {
    this.playFrom(Math.max(0, atMs / 1000 - 1));
  }

  protected playFrom(seconds: number): void {
    this.position.set(seconds);
    void this.player()?.playFrom(seconds);
  }
}
