import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  computed,
  effect,
  inject,
  input,
  numberAttribute,
  signal,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { FlightRecorder } from 'mediatel-lib';
import type { FlightFile } from 'mediatel-lib/recorder';
import { AppearanceMenu } from '../kit/appearance-menu';
import { Brand } from '../kit/brand';
import { Icon } from '../kit/icon';
import { LanguageMenu } from '../kit/language-menu';
import { localeOf } from '../kit/locale';
import { PageLanguage } from '../kit/page-language';
import { offerFile } from './incident/offer-file';
import { keptReport, openReportOf } from './call-report';
import { type OpenedReport, openReport, openSample } from './open-report';
import { callPlaceIn, placeOf } from './recorded/recorded-call-place';
import { lengthOf, wallTimeAt } from './recorded/recorded-time';
import { ReplayPlayer } from './replay-player';
import { faultWords } from './words/fault-words';
import type { OpeningFault, ScenarioFault } from './words/replay-texts';
import { replayWords } from './words/replay.words';

/** What went wrong last. */
type Problem =
  | { readonly type: 'opening'; readonly fault: OpeningFault }
  | { readonly type: 'scenario'; readonly fault: ScenarioFault };

/**
 * Opens support reports. They stay in this browser and are not sent anywhere. With `?call=TRACE_ID&at=MS` it opens this
 * page's own recording at that moment of the call's sound recording; with `&run=ID` what the training server keeps of
 * that run.
 */
@Component({
  selector: 'app-replay',
  imports: [AppearanceMenu, Brand, Icon, LanguageMenu, MatButton, ReplayPlayer, RouterLink],
  templateUrl: './replay.html',
  styleUrl: './replay.scss',
  host: {
    '[class.dropping]': 'dropping()',
    '(dragover)': 'dragged($event)',
    '(dragleave)': 'left($event)',
    '(drop)': 'dropped($event)',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Replay {
  /** The trace id of a call, from the address. */
  readonly call = input<string>();
  /** A moment of the call's sound recording (ms), from the address. */
  readonly at = input(0, { transform: (at: unknown) => numberAttribute(at, 0) });
  /** A training run, from the address. */
  readonly run = input<string>();

  readonly #document = inject(DOCUMENT);
  readonly #recorder = inject(FlightRecorder, { optional: true });
  readonly #language = inject(PageLanguage);
  protected readonly words = computed(() => replayWords[this.#language.tag()]);
  protected readonly file = signal<FlightFile | null>(null);
  /** Where the player begins (ms from the recording's beginning). */
  protected readonly beginsAt = signal(0);
  protected readonly loading = signal(false);
  /** Whether a file is held over the page. */
  protected readonly dropping = signal(false);
  /** The scenario that was made last. */
  protected readonly made = signal<string | null>(null);
  readonly #problem = signal<Problem | null>(null);
  protected readonly problem = computed(() => {
    const [problem, words] = [this.#problem(), this.words()];
    if (problem === null) return null;
    return problem.type === 'opening' ? faultWords(problem.fault, words) : words.scenario[problem.fault];
  });
  /** From when to when the report is. */
  protected readonly period = computed(() => {
    const file = this.file();
    if (file === null) return '';
    const [from, to] = [wallTimeAt(file, 0), wallTimeAt(file, lengthOf(file))];
    const format = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
    return new Intl.DateTimeFormat(localeOf(this.#language.tag()), { ...format, hourCycle: 'h23' }).formatRange(
      from,
      to,
    );
  });

  constructor() {
    effect(() => {
      const call = this.call();
      if (call !== undefined) untracked(() => void this.#openCall(call));
    });
  }

  protected dragged(event: DragEvent): void {
    event.preventDefault();
    this.dropping.set(event.dataTransfer?.types.includes('Files') ?? false);
  }

  protected left({ relatedTarget, currentTarget }: DragEvent): void {
    // Moving over a child leaves its parent too.
    if (!(currentTarget as Element).contains(relatedTarget as Element | null)) this.dropping.set(false);
  }

  protected dropped(event: DragEvent): void {
    event.preventDefault();
    this.dropping.set(false);
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) void this.#open(() => openReport(file));
  }

  protected chosen(input: HTMLInputElement): void {
    const file = input.files?.[0];
    // Lets the same file be chosen again.
    input.value = '';
    if (file !== undefined) void this.#open(() => openReport(file));
  }

  protected trySample(): void {
    void this.#open(() => openSample(this.#document));
  }

  /** Downloads a scenario with the calls and faults of the recording. Its code loads now. */
  protected async makeScenario(file: FlightFile): Promise<void> {
    this.made.set(null);
    const maker = await import('./incident/scenario-of-recording').catch(() => null);
    if (maker === null) return this.#problem.set({ type: 'scenario', fault: 'not-loaded' });
    const scenario = maker.scenarioOfRecording(file);
    this.#problem.set(scenario.ok ? null : { type: 'scenario', fault: scenario.reason });
    if (!scenario.ok) return;
    const name = `${scenario.id}.yaml`;
    offerFile(this.#document, name, scenario.yaml);
    this.made.set(name);
  }

  #openCall(call: string): Promise<void> {
    const run = this.run();
    const source = run === undefined ? this.#recorder : keptReport(run);
    const placeIn = (file: FlightFile): number => {
      const place = callPlaceIn(file, call);
      return (place && placeOf(place, this.at())) ?? 0;
    };
    return this.#open(() => openReportOf(source, call), placeIn);
  }

  /** Shows what was opened. A file that can't be opened leaves the one before. */
  async #open(open: () => Promise<OpenedReport>, placeIn: (file: FlightFile) => number = () => 0): Promise<void> {
    this.made.set(null);
    this.loading.set(true);
    const report = await open();
    this.loading.set(false);
    this.#problem.set(report.ok ? null : { type: 'opening', fault: report.fault });
    if (!report.ok) return;
    this.beginsAt.set(placeIn(report.file));
    this.file.set(report.file);
  }
}
