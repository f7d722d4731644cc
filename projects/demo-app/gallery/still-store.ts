import { type Signal, computed } from '@angular/core';
import { type Observable, of } from 'rxjs';
import type { DeskScene } from './desk-scene';

/** A store whose state never changes, so that scenes stay as they are. */
export function stillStore({ agent, link, softphone, commands, missed }: DeskScene) {
  const state = {
    mediatelAgent: agent,
    mediatelLink: link,
    mediatelSoftphone: softphone,
    mediatelCommands: commands,
    mediatelScreenPops: { blocked: null },
    mediatelMissedCalls: { cards: missed ?? [] },
  };
  return {
    selectSignal: <T>(selector: (from: object) => T): Signal<T> => computed(() => selector(state)),
    select: <T>(selector: (from: object) => T): Observable<T> => of(selector(state)),
    dispatch: (): void => undefined,
  };
}
