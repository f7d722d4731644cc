import type { IconName } from '../kit/icons';

/** A number with a special behaviour on the training server. The name says what happens when an operator calls it. */
interface TrainingNumber {
  readonly number: string;
  readonly icon: IconName;
  readonly name: string;
}

export const trainingNumbers = [
  { number: '0661234501', icon: 'speaks', name: 'talks' },
  { number: '0661234502', icon: 'busy', name: 'busy' },
  { number: '0661234503', icon: 'waiting', name: 'neverAnswers' },
  { number: '0661234504', icon: 'hangUp', name: 'hangsUp' },
  { number: '0661234505', icon: 'echo', name: 'echoes' },
] as const satisfies readonly TrainingNumber[];

export type TrainingNumberName = (typeof trainingNumbers)[number]['name'];

/** The queues through which calls can come in. The first is preselected. */
export const trainingQueues = [
  'IN_Support',
  'DM_Banks_ManualCalls',
  'DM_MFO_1',
  'Q_P_2_Manual',
  'PD_Telemarketing',
] as const;

export type TrainingQueueName = (typeof trainingQueues)[number];
