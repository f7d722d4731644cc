import {
  ChangeDetectionStrategy,
  Component,
  EnvironmentInjector,
  createEnvironmentInjector,
  computed,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { NgComponentOutlet } from '@angular/common';
import { Store } from '@ngrx/store';
import { EMPTY } from 'rxjs';
import {
  ClericalWork,
  OperatorInput,
  MediatelDesk,
  NoteDelivery,
  MediatelOperator,
  OwnCalls,
  RecentNumbers,
  SharedTick,
} from 'mediatel-lib/desk';
import {
  MediatelClock,
  MEDIATEL_CONFIG,
  LeaderTab,
  Softphone,
  noAudioDevices,
  noAudioFacts,
  resolveConfig,
} from 'mediatel-lib/ports';
import {
  AgentSession,
  MEDIATEL_CALL_NOTES,
  type CallDraft,
  CallDrafts,
  type CallKey,
  CustomerTraces,
  SupervisorNotes,
} from 'mediatel-lib/store';
import { type DeskScene, sceneNow } from './desk-scene';
import { stillStore } from './still-store';

/** One desk in one scene, with everything behind it of its own. */
@Component({
  selector: 'app-desk-specimen',
  imports: [NgComponentOutlet],
  template: '<ng-container *ngComponentOutlet="desk; inputs: inputs(); environmentInjector: environment()" />',
  host: { '[style.display]': "scene().isHidden ? 'none' : null" },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeskSpecimen {
  readonly scene = input.required<DeskScene>();

  readonly #parent = inject(EnvironmentInjector);
  protected readonly desk = MediatelDesk;
  protected readonly inputs = computed(() => ({
    layout: this.scene().layout ?? 'docked',
    page: this.scene().page ?? null,
    signInForm: this.scene().signInForm ?? false,
  }));
  // Filling the drafts writes signals, which a computed may not: untracked, since a scene never changes.
  protected readonly environment = computed(() => {
    const scene = this.scene();
    return untracked(() => this.#environment(scene));
  });

  #environment(scene: DeskScene): EnvironmentInjector {
    const injector = createEnvironmentInjector(
      [
        { provide: Store, useValue: stillStore(scene) },
        { provide: MediatelClock, useValue: { monotonic: () => sceneNow } },
        {
          provide: Softphone,
          useValue: {
            levels: signal({ microphone: 0.3, remote: 0.6 }),
            quality: signal(scene.quality ?? null),
            devices: signal(scene.devices ?? noAudioDevices),
            audioFacts: signal(scene.audioFacts ?? noAudioFacts),
          },
        },
        {
          provide: MEDIATEL_CONFIG,
          useValue: {
            ...resolveConfig({ account: () => Promise.reject(new Error('still')) }),
            clericalSeconds: scene.clericalSeconds ?? null,
            pauseLimits: scene.pauseLimits ?? {},
          },
        },
        { provide: MEDIATEL_CALL_NOTES, useValue: () => undefined },
        { provide: AgentSession, useValue: { signIn: () => Promise.resolve() } },
        ClericalWork,
        OperatorInput,
        NoteDelivery,
        MediatelOperator,
        { provide: RecentNumbers, useValue: stillNumbers(scene.recent ?? []) },
        { provide: OwnCalls, useValue: { calls: signal(scene.ownCalls ?? []) } },
        { provide: SupervisorNotes, useValue: { all: signal(scene.notes ?? []), markShown: () => undefined } },
        { provide: CallDrafts, useFactory: stillDrafts },
        // Without one, each desk is the only tab.
        ...(scene.tab
          ? [{ provide: LeaderTab, useValue: { state: signal(scene.tab), callMove: signal(null), shared: EMPTY } }]
          : []),
        { provide: CustomerTraces, useValue: { forgotten: signal(0) } },
        SharedTick,
      ],
      this.#parent,
    );
    const drafts = injector.get(OperatorInput);
    drafts.number.set(scene.number ?? '');
    if (scene.codeIds) drafts.setCodes(scene.codeIds);
    if (scene.note) drafts.setNote(scene.note);
    return injector;
  }
}

/** Numbers of one scene, each dialled 17 minutes before the next. */
const stillNumbers = (numbers: readonly string[]) => ({
  numbers: signal(numbers),
  calledAt: (number: string): number => Date.now() - (12 + 17 * numbers.indexOf(number)) * 60_000,
});

/** Drafts of one scene alone: those of the browser are the operator's. */
function stillDrafts() {
  const drafts = signal<ReadonlyMap<CallKey['callNumber'], CallDraft>>(new Map());
  const ofCall = ({ callNumber }: CallKey): CallDraft => drafts().get(callNumber) ?? { codeIds: [], note: '' };
  return {
    all: signal(new Map()),
    of: (): CallDraft => ofCall({ callTraceID: null, callNumber: 1 }),
    ofCall,
    changeCall: (call: CallKey, draft: Partial<CallDraft>): void =>
      drafts.update((all) => new Map(all).set(call.callNumber, { ...ofCall(call), ...draft })),
  };
}
