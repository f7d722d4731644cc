/** Why no microphone could be opened, derived from the browser's DOMException. */
export type MicrophoneFailure = 'denied' | 'absent' | 'busy' | 'insecure' | 'lost' | 'other';
