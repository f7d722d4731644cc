import type { EarMode, RunStatus } from '../../training-kit';
import type { LinkRefusal } from './trainer-link';

/** Why the sound of an ear failed in this browser. */
export type EarFault = 'microphone-denied' | 'no-microphone' | 'microphone-failed' | 'no-path' | 'closed';

/** Events that a trainer can push into a run now. */
export const pushNames = [
  'hangUp',
  'stuck',
  'badLine',
  'goodLine',
  'audioGone',
  'audioBack',
  'cutMediatel',
  'cutSip',
  'secondCall',
  'angry',
  'calm',
] as const;
export type PushName = (typeof pushNames)[number];

/** The texts of the trainer's page in one language. */
export interface TrainerTexts {
  readonly title: string;
  readonly scenarios: string;
  readonly connecting: string;
  readonly notConnected: string;
  readonly traineesList: string;
  readonly search: string;
  readonly noneFound: string;
  readonly onlyPresent: string;
  readonly choose: (name: string) => string;
  readonly chosen: (count: number) => string;
  readonly chooseOne: string;
  readonly back: string;
  readonly mirror: string;
  readonly mirrorOf: (name: string) => string;
  readonly mirrorNote: string;
  readonly mirrorFailed: string;
  readonly noDesk: string;
  readonly noPhone: string;
  readonly run: string;
  readonly noRun: string;
  readonly status: Readonly<Record<RunStatus, string>>;
  readonly callOf: (place: number) => string;
  readonly turn: (id: string) => string;
  readonly percent: (percent: number) => string;
  readonly scenario: string;
  readonly noScenarios: string;
  readonly runLanguage: string;
  readonly start: string;
  readonly startForChosen: (count: number) => string;
  readonly started: (count: number) => string;
  readonly notStarted: (name: string, why: string) => string;
  readonly pause: string;
  readonly resume: string;
  readonly stop: string;
  readonly push: string;
  readonly pushNow: string;
  readonly pushed: string;
  readonly say: string;
  readonly sayNow: string;
  readonly said: string;
  readonly pushes: Readonly<Record<PushName, string>>;
  readonly mark: string;
  readonly markNote: string;
  readonly marked: string;
  readonly sound: string;
  readonly ear: Readonly<Record<EarMode, string>>;
  readonly earNote: string;
  readonly earOpening: string;
  readonly earOpen: Readonly<Record<EarMode, (name: string) => string>>;
  readonly earStop: string;
  readonly others: (name: string, mode: EarMode) => string;
  readonly microphone: string;
  readonly defaultMicrophone: string;
  readonly you: string;
  readonly call: string;
  readonly earFaults: Readonly<Record<EarFault, string>>;
  readonly refusals: Readonly<Record<LinkRefusal, (by: string) => string>>;
  readonly editor: EditorTexts;
}

/** The texts of the scenario editor. */
interface EditorTexts {
  readonly choose: string;
  readonly fresh: string;
  readonly text: string;
  readonly problems: (count: number) => string;
  readonly fine: string;
  readonly line: (line: number) => string;
  readonly goThere: string;
  readonly save: string;
  readonly saving: string;
  readonly saved: string;
  readonly unsaved: string;
  readonly kept: string;
  readonly discard: string;
  readonly remove: string;
  readonly removeSure: string;
  readonly removed: string;
  readonly notSaved: string;
  readonly notLoaded: string;
  readonly again: string;
  readonly checkFirst: string;
}
