import { type ToTraineeEvents, trainingNamespaces } from '../../training-kit';
import type { DefaultEventsMap, Namespace } from 'socket.io';
import type { TrainingParts } from './training-parts';

interface TabData {
  readonly login: string;
}
type Tabs = Namespace<DefaultEventsMap, ToTraineeEvents, DefaultEventsMap, TabData>;

/** The trainees' side: each tab of an operator shows who listens, and how far the own run is. Tabs send nothing. */
export class TraineeGateway {
  readonly #tabs: Tabs;
  readonly #open = new Map<string, number>();
  readonly #parts: TrainingParts;

  constructor(parts: TrainingParts) {
    this.#parts = parts;
    this.#tabs = parts.io.of(trainingNamespaces.trainee);
    this.#tabs.use((socket, next) => {
      const login = parts.identityOf(socket.request)?.username;
      if (login === undefined || !this.#isTrainee(login)) return next(new Error('not-a-trainee'));
      socket.data = { login };
      next();
    });
    this.#tabs.on('connection', (socket) => {
      const { login } = socket.data;
      this.#count(login, 1);
      socket.on('disconnect', () => this.#count(login, -1));
      void socket.join(login);
      socket.emit('state', this.#stateOf(login));
    });
  }

  /** Whether a tab of the trainee is connected. */
  isOpen(login: string): boolean {
    return this.#open.has(login);
  }

  /** Sends every tab of the trainee its state, at once. */
  tell(login: string): void {
    if (this.isOpen(login)) this.#tabs.to(login).emit('state', this.#stateOf(login));
  }

  dismissFormer(): void {
    for (const socket of this.#tabs.sockets.values()) if (!this.#isTrainee(socket.data.login)) socket.disconnect(true);
  }

  #isTrainee(login: string): boolean {
    return this.#parts.trainees().some((trainee) => trainee.login === login);
  }

  #count(login: string, by: 1 | -1): void {
    const open = (this.#open.get(login) ?? 0) + by;
    if (open > 0) this.#open.set(login, open);
    else this.#open.delete(login);
    this.#parts.ears.watchableChanged(login);
  }

  #stateOf(login: string) {
    return { ears: this.#parts.ears.of(login), run: this.#parts.runs.newest(login) };
  }
}
