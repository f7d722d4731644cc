import { type Signal, computed, inject } from '@angular/core';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import {
  type AgentState,
  CommandActions,
  CommandOutcomes,
  ConnectionActions,
  type MediatelCall,
  selectAgent,
  selectCall,
  selectIsSynced,
  selectSoftphone,
} from 'mediatel-lib';
import { Softphone } from 'mediatel-lib/ports';
import { selectForcePause } from 'mediatel-lib/store';
import { type Observable, filter, map, merge } from 'rxjs';
import { type TourSituation, situationOf } from './tour-situation';
import type { TourSight } from './tour-step';

/** What the tour sees on the desk. */
export interface TourSights {
  readonly situation: Signal<TourSituation>;
  /** What lasts. */
  readonly lasting: Signal<readonly TourSight[]>;
  /** What is over at once. */
  readonly moments: Observable<TourSight>;
}

function inCall({ phase }: AgentState, call: MediatelCall | null): readonly TourSight[] {
  if (call === null || (phase !== 'talking' && phase !== 'held')) return [];
  const isMuted = call.mute !== 'off';
  if (phase === 'held') return isMuted ? ['held', 'muted'] : ['held'];
  return [
    'talking',
    isMuted ? 'muted' : 'heard',
    ...(call.direction === 'outgoing' && call.audio === 'answered' ? (['talkingOut'] as const) : []),
  ];
}

/** Reads the library's state and events. Within an injection context. */
export function injectTourSights(): TourSights {
  const store = inject(Store);
  const actions = inject(Actions);
  const agent = store.selectSignal(selectAgent);
  const call = store.selectSignal(selectCall);
  const synced = store.selectSignal(selectIsSynced);
  const forced = store.selectSignal(selectForcePause);
  const softphone = store.selectSignal(selectSoftphone);
  const facts = inject(Softphone).audioFacts;

  const situation = computed(() => situationOf(agent().phase, synced()));
  const isReachable = computed(() => situation() === 'available' && softphone().registration.status === 'registered');
  const lasting = computed((): readonly TourSight[] => {
    const { microphone, speakerTest } = facts();
    const sounds = microphone.status === 'ready' && speakerTest === 'played';
    return [
      ...(sounds ? (['soundTested'] as const) : []),
      ...(synced() ? (['connected'] as const) : []),
      ...(isReachable() ? (['available'] as const) : []),
      ...(situation() === 'paused' ? [forced() === null ? ('paused' as const) : ('forcePaused' as const)] : []),
      ...inCall(agent(), call()),
    ];
  });
  const moments = merge(
    actions.pipe(
      ofType(CommandActions.sendDigits),
      filter(() => call()?.audio === 'answered'),
      map(() => 'keySent' as const),
    ),
    actions.pipe(
      ofType(CommandOutcomes.commandConfirmed),
      filter(({ command }) => command.name === 'saveCallCodes'),
      map(() => 'codeSaved' as const),
    ),
    actions.pipe(
      ofType(ConnectionActions.disconnected),
      map(() => 'cut' as const),
    ),
  );
  return { situation, lasting, moments };
}
