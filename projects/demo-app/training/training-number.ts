import type { IconName } from '../kit/icons';

/** A number with a special behaviour on the training server. */
export interface TrainingNumber {
  readonly number: string;
  readonly icon: IconName;
  readonly title: string;
  /** What happens when an operator calls it. */
  readonly called: string;
}

export const trainingNumbers: readonly TrainingNumber[] = [
  { number: '0661234501', icon: 'speaks', title: 'Talks', called: 'Picks up, waits until you have spoken, answers.' },
  { number: '0661234502', icon: 'busy', title: 'Busy', called: 'You hear the busy tone, then choose a result.' },
  { number: '0661234503', icon: 'waiting', title: 'Never answers', called: 'Rings until Mediatel gives up.' },
  { number: '0661234504', icon: 'hangUp', title: 'Hangs up', called: 'Picks up and is gone after five seconds.' },
  { number: '0661234505', icon: 'echo', title: 'Echo', called: 'You hear yourself: a test of your headset.' },
];

/** The queues through which calls can come in. The first is preselected. */
export const trainingQueues: readonly { readonly name: string; readonly about: string }[] = [
  { name: 'IN_Support', about: 'customer service, several results' },
  { name: 'DM_Banks_ManualCalls', about: 'banks, results in Ukrainian, 3 minutes' },
  { name: 'DM_MFO_1', about: 'micro-finance, results in Russian, 3 minutes' },
  { name: 'Q_P_2_Manual', about: 'sales, several results in English' },
  { name: 'PD_Telemarketing', about: 'telemarketing, 2 minutes' },
];
