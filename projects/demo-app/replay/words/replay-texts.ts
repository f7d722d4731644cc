import type { FlightFault } from 'mediatel-lib/recorder';
import type { AgentPhase, AgentRequestType } from 'mediatel-lib/protocol';
import type { PlainName } from '../events/plain-event';
import type { LinkState } from '../recorded/recorded-links';
import type { SoundState } from '../recorded/recorded-flow';

/** Why a file was not opened, besides the decoder's reasons. */
export type OpeningFault =
  | FlightFault
  | { readonly reason: 'too-big' }
  | { readonly reason: 'unreadable' }
  | { readonly reason: 'not-loaded' }
  /** The call is in no recording that there is. */
  | { readonly reason: 'not-recorded' };

/** Why no scenario was made. */
export type ScenarioFault = 'no-call' | 'unplayable' | 'not-loaded';

/** Names of the lanes. */
type LaneName = 'state' | 'requests' | 'operator' | 'customer' | 'line' | 'mediatel' | 'phone' | 'page';

/** All texts of the page that shows support reports. */
export interface ReplayTexts {
  readonly title: string;
  readonly back: string;
  readonly home: string;
  readonly language: string;
  readonly lead: string;
  readonly choose: string;
  readonly chooseAnother: string;
  /** While a file is held over the page. */
  readonly drop: string;
  /** Before the button of the sample. */
  readonly noReport: string;
  readonly sample: string;
  readonly loadingSample: string;
  readonly makeScenario: string;
  /** After a scenario was made: its file's name. */
  readonly made: (name: string) => string;
  readonly opening: Readonly<Record<Exclude<OpeningFault['reason'], 'other-version' | 'damaged'>, string>>;
  readonly otherVersion: (version: number) => string;
  readonly damagedHead: string;
  /** The number of the entry, from 1. */
  readonly damagedEntry: (entry: number) => string;
  readonly scenario: Readonly<Record<ScenarioFault, string>>;

  /** Nobody signed in during the recording. */
  readonly nobody: string;
  readonly masked: string;
  readonly unmasked: string;
  /** The browser kept nothing over a reload. */
  readonly memoryOnly: string;
  readonly ribbon: string;
  /** After a press on the replayed desk. */
  readonly inert: string;
  readonly notShown: string;

  /** Names of controls, for screen readers. */
  readonly time: string;
  readonly position: string;
  readonly speed: string;
  readonly lanes: string;
  readonly events: string;
  readonly play: string;
  readonly pause: string;
  readonly previous: string;
  readonly next: string;
  readonly protocol: string;
  readonly happened: string;
  readonly count: (events: number) => string;
  readonly unfold: string;
  readonly fold: string;

  readonly laneNames: Readonly<Record<LaneName, string>>;
  readonly sounds: Readonly<Record<SoundState, string>>;
  readonly links: Readonly<Record<LinkState, string>>;
  readonly hidden: string;
  readonly quality: (mos: string) => string;
  readonly noCall: string;

  readonly signedIn: (user: string) => string;
  readonly phases: Readonly<Record<AgentPhase, string>>;
  /** What a request wants, without the word “request”. */
  readonly requests: Readonly<Record<AgentRequestType, string>>;
  readonly asked: (request: string) => string;
  readonly notSent: (request: string) => string;
  readonly happenings: Readonly<Record<PlainName, string>>;
}
