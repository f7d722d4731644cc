export * as accounts from './accounts';
export { readConfig } from './config';
export { startTrainingServer } from './server';
export type { TrainingServer } from './server';
export { createSipTelephony } from './telephony/sip-telephony';
