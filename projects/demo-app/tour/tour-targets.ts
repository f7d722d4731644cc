import type { TourObstacle, TourSituation } from './tour-situation';
import type { TourStepName } from './tour-step';

/** A part of the desk: the first visible element of a selector, or of those the one with this text. */
export interface TourTarget {
  readonly selector: string;
  readonly text?: string;
}

/** Parts to point at together. */
type Group = readonly TourTarget[];

const part = (selector: string): TourTarget => ({ selector });
const primary = part('mediatel-desk mediatel-primary-action button');
const bar = part('mediatel-desk mediatel-agent-state-bar');
const notice = part('mediatel-desk mediatel-notice');
const codes = part('mediatel-clerical-form mediatel-choice-list');
const clerical: readonly Group[] = [
  [codes, part('mediatel-clerical-dialog mediatel-primary-action button')],
  [codes, primary],
  [primary],
];

const byObstacle: Readonly<Record<TourObstacle, readonly Group[]>> = {
  away: [[bar]],
  loggedOut: [[primary]],
  // The strip's own button orders the call.
  call: [],
  hangUp: [[primary]],
  saveCode: clerical,
  endPause: [[primary]],
};

/** Where on the desk a step happens. */
export interface TourWhere {
  readonly step: TourStepName;
  /** How many of the step's sights have come. */
  readonly seen: number;
  readonly situation: TourSituation;
  readonly obstacle: TourObstacle | null;
  /** What the desk's menu calls the check before the shift. */
  readonly readiness: string;
}

/**
 * The parts of the desk to point at, as groups in the order of preference: the first group counts whose parts are all
 * visible. They are named by the library's elements and classes.
 */
export function targetsOf({ step, seen, situation, obstacle, readiness }: TourWhere): readonly Group[] {
  if (obstacle !== null) return byObstacle[obstacle];
  switch (step) {
    case 'signIn':
      return [[bar]];
    case 'sound':
      return [
        [part('mediatel-readiness-page li mediatel-device-select + button')],
        [part('mediatel-readiness-page')],
        [{ selector: '.mat-mdc-menu-item', text: readiness }],
        [part('mediatel-desk-menu button')],
      ];
    case 'firstCall':
      return situation === 'ringing' ? [[bar]] : [[part('mediatel-dialer .number'), primary]];
    case 'mute':
    case 'hold':
      return [[part(`mediatel-call-controls .${step}`)]];
    case 'keys':
      return [[part('mediatel-call-panel mediatel-keypad')], [part('mediatel-call-controls .keys')]];
    case 'code':
      return situation === 'clerical' ? clerical : [[primary]];
    case 'pause':
      return seen > 0
        ? [[primary]]
        : [[part('.mediatel-overlay[role=dialog] mediatel-choice-list')], [part('mediatel-pause-menu button')]];
    case 'missed':
      return seen > 0 ? [[notice, primary], [primary]] : [];
    case 'network':
      return seen > 0 ? [[notice], [bar]] : [];
  }
}

/** Where a small screen shows the desk, while it shows the work. */
const toPhone = part('nav.tabs button[aria-pressed=false]');

const isVisible = (element: Element): boolean => element.getClientRects().length > 0;

function find(page: ParentNode, { selector, text }: TourTarget): Element | undefined {
  return [...page.querySelectorAll(selector)].find(
    (element) => isVisible(element) && (text === undefined || element.textContent.includes(text)),
  );
}

/** The elements to point at; none if there are none. */
export function findTargets(page: ParentNode, groups: readonly Group[]): readonly Element[] {
  if (groups.length === 0) return [];
  for (const group of [...groups, [toPhone]]) {
    const found = group.map((target) => find(page, target)).filter((element) => element !== undefined);
    if (found.length === group.length) return found;
  }
  return [];
}
