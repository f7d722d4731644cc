export { RecordingPlayer } from './recording-player';
