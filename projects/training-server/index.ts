export { newAccounts, sipRealm } from './accounts';
export { readConfig } from './config';
export { startTrainingServer } from './server';
export type { TrainingServer } from './server';
export { FakeTelephony } from './telephony/fake-telephony';
export { createSipTelephony } from './telephony/sip-telephony';
