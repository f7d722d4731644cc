export { MediatelRecordingPlayer } from './recording-player';
