import { HttpClient } from '@angular/common/http';
import { Injectable, effect, inject } from '@angular/core';
import { FlightRecorder } from 'mediatel-lib';
import { firstValueFrom } from 'rxjs';
import type { TrainingRun } from '../../training-kit';
import { TraineeLink } from '../trainer/trainee-link';
import { isOn } from './lesson';

/** How long after a run's end its recording is sent (ms): the recorder writes once a second, and the call ends at the phone. */
const sentAfterMs = 3000;
const headers = { 'content-type': 'application/vnd.mediatel.flight+json' };

/**
 * Sends what this tab's desk recorded of an own training run to the training server when the run is over, so that the
 * trainee and trainers can see it again. Nothing else of the recording leaves the browser, and nothing without a run.
 */
@Injectable()
export class FlightSender {
  readonly #http = inject(HttpClient);
  readonly #recorder = inject(FlightRecorder, { optional: true });

  constructor() {
    const { state } = inject(TraineeLink);
    // The run that was seen to last in this page.
    let lasting: string | null = null;
    effect(() => {
      const { run } = state();
      if (run === null) return;
      if (isOn(run)) lasting = run.id;
      else if (run.id === lasting) {
        lasting = null;
        // Also if the trainee leaves the frame for Replay meanwhile.
        setTimeout(() => void this.#send(run), sentAfterMs);
      }
    });
  }

  async #send({ id, traceIds }: TrainingRun): Promise<void> {
    try {
      const text = await this.#recorder?.text();
      if (text === undefined) return;
      const { runFlightOf } = await import('../replay/run-flight');
      const flight = runFlightOf(text, traceIds);
      if (flight === null) return;
      await firstValueFrom(this.#http.put(`/api/training/runs/${encodeURIComponent(id)}/flight`, flight, { headers }));
    } catch {
      // The score then says that the desk was not kept.
    }
  }
}
