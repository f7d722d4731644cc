import { nextLegState, type LegEffect, type LegEvent, type LegState } from './next-leg-state';

const events = {
  offered: { type: 'offered', offer: 'o' },
  rings: { type: 'rings' },
  accepted: { type: 'accepted', answer: 'a' },
  rejected: { type: 'rejected', sipStatus: 486 },
  answerTimeout: { type: 'answerTimeout' },
  pathUp: { type: 'pathUp' },
  pathFailed: { type: 'pathFailed' },
  mediaFailed: { type: 'mediaFailed', cause: 'c' },
  bye: { type: 'bye' },
  unknownToTab: { type: 'unknownToTab' },
  end: { type: 'end' },
} as const satisfies { readonly [Type in LegEvent['type']]: Extract<LegEvent, { type: Type }> };

/** The next state, and the effects in order. */
const table: Record<LegState, Record<LegEvent['type'], string>> = {
  preparing: {
    offered: 'ringing: invite o',
    rings: 'preparing',
    accepted: 'over: release, bye',
    rejected: 'over: release',
    answerTimeout: 'preparing',
    pathUp: 'preparing',
    pathFailed: 'preparing',
    mediaFailed: 'over: warn c, release, failed media-failed',
    bye: 'over: release',
    unknownToTab: 'over: release, hungUp',
    end: 'over: release',
  },
  ringing: {
    offered: 'ringing',
    rings: 'ringing: ringing',
    accepted: 'connecting: connect a',
    rejected: 'over: release, failed rejected 486',
    answerTimeout: 'cancelling: cancel, failed no-answer',
    pathUp: 'ringing',
    pathFailed: 'ringing',
    mediaFailed: 'ringing',
    bye: 'over: release',
    unknownToTab: 'over: release, hungUp',
    end: 'cancelling: cancel',
  },
  connecting: {
    offered: 'connecting',
    rings: 'connecting',
    accepted: 'over: release, bye',
    rejected: 'over: release',
    answerTimeout: 'connecting',
    pathUp: 'talking: refresh, answered',
    pathFailed: 'over: warn ICE or DTLS failed, release, bye, failed media-failed',
    mediaFailed: 'over: warn c, release, bye, failed media-failed',
    bye: 'over: release, failed rejected',
    unknownToTab: 'over: release, hungUp',
    end: 'over: release, bye',
  },
  talking: {
    offered: 'talking',
    rings: 'talking',
    accepted: 'over: release, bye',
    rejected: 'over: release',
    answerTimeout: 'talking',
    pathUp: 'talking',
    pathFailed: 'talking',
    mediaFailed: 'talking',
    bye: 'over: release, hungUp',
    unknownToTab: 'over: release, hungUp',
    end: 'over: release, bye',
  },
  cancelling: {
    offered: 'cancelling',
    rings: 'cancelling',
    accepted: 'over: release, bye',
    rejected: 'over: release',
    answerTimeout: 'cancelling',
    pathUp: 'cancelling',
    pathFailed: 'cancelling',
    mediaFailed: 'cancelling',
    bye: 'over: release',
    unknownToTab: 'over: release, hungUp',
    end: 'cancelling',
  },
  over: {
    offered: 'over',
    rings: 'over',
    accepted: 'over: bye',
    rejected: 'over',
    answerTimeout: 'over',
    pathUp: 'over',
    pathFailed: 'over',
    mediaFailed: 'over',
    bye: 'over',
    unknownToTab: 'over',
    end: 'over',
  },
};

function words(effect: LegEffect): string {
  const { type, ...fields } = effect.type === 'report' ? effect.report : effect;
  return [type, ...Object.values(fields).filter((value) => value !== undefined)].join(' ');
}

function step(state: LegState, event: LegEvent): string {
  const next = nextLegState(state, event);
  return next.effects.length === 0 ? next.state : `${next.state}: ${next.effects.map(words).join(', ')}`;
}

describe('nextLegState', () => {
  it.each(Object.keys(table) as LegState[])('every event of a leg that is %s', (state) => {
    const steps = Object.values(events).map((event) => [event.type, step(state, event)]);
    expect(Object.fromEntries(steps)).toEqual(table[state]);
  });

  it.each([
    [408, 'no-answer'],
    [480, 'rejected'],
    [503, 'no-answer'],
    [undefined, 'rejected'],
  ])('a tab whose answer is %s: %s', (sipStatus, reason) => {
    const { effects } = nextLegState('ringing', { type: 'rejected', sipStatus });
    expect(effects.at(-1)).toEqual({ type: 'report', report: { type: 'failed', reason, sipStatus } });
  });
});
