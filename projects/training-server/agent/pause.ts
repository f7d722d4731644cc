/** A reason for a pause. */
export interface Pause {
  readonly id: string;
  readonly name: string;
}

/** The pause of an operator whose extension did not answer. */
export const forcePause: Pause = { id: '99', name: 'Force Pause' };

export const trainingPauses: readonly Pause[] = [
  { id: '1', name: 'Technical Break' },
  { id: '2', name: 'Talk with Supervisor' },
  { id: '3', name: 'Technical Error' },
  { id: '4', name: 'Meeting' },
  { id: '5', name: 'Обід' },
  { id: '6', name: 'Agent Survey' },
  { id: '7', name: 'Навчання' },
  { id: '102', name: 'Online chat' },
  forcePause,
];
