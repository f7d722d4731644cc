import { nextKeepAlive, type KeepAlive, type KeepAliveEvent } from './next-keep-alive';

const events = {
  start: { type: 'start' },
  stop: { type: 'stop' },
  restOver: { type: 'restOver' },
  answer: { type: 'answered', question: 3 },
  lateAnswer: { type: 'answered', question: 2 },
  deadline: { type: 'deadline' },
} as const satisfies Record<string, KeepAliveEvent>;

/** The next state and its effect, after three questions. */
const table: Record<KeepAlive['status'], Record<keyof typeof events, string>> = {
  off: {
    start: 'resting 3 rest',
    stop: 'off 3',
    restOver: 'off 3',
    answer: 'off 3',
    lateAnswer: 'off 3',
    deadline: 'off 3',
  },
  resting: {
    start: 'resting 3 rest',
    stop: 'off 3',
    restOver: 'asking 4 ask',
    answer: 'resting 3',
    lateAnswer: 'resting 3',
    deadline: 'resting 3',
  },
  asking: {
    start: 'resting 3 rest',
    stop: 'off 3',
    restOver: 'asking 3',
    answer: 'resting 3 rest',
    lateAnswer: 'asking 3',
    deadline: 'off 3 reportSilence',
  },
};

describe('nextKeepAlive', () => {
  it.each(Object.keys(table) as KeepAlive['status'][])('handles every event in the state %s', (status) => {
    const steps = Object.entries(events).map(([name, event]) => {
      const { state, effects } = nextKeepAlive({ status, questions: 3 }, event);
      return [name, [state.status, state.questions, ...effects].join(' ')];
    });
    expect(Object.fromEntries(steps)).toEqual(table[status]);
  });

  it.each([
    ['resting', 'answer'],
    ['resting', 'deadline'],
    ['asking', 'lateAnswer'],
    ['asking', 'restOver'],
  ] as const)('returns the same state if it is %s at %s, so that the timer continues', (status, event) => {
    const before: KeepAlive = { status, questions: 3 };
    expect(nextKeepAlive(before, events[event]).state).toBe(before);
  });
});
