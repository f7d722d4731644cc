export { Speaker } from './speaker';
export type { SpeakerSetting } from './speaker';
export { SpeechError } from './speech-error';
export type { SpeechFailure } from './speech-error';
export type { SpeechStyle } from './speech-style';
