import type { AudioLabels } from '../labels/audio-labels';

export const englishAudio: AudioLabels = {
  heard: {
    proving: 'checking',
    heard: 'heard',
    silent: 'silent',
    'no-packets': 'nothing arrives',
    unknown: 'can’t be measured',
  },
  outgoing: {
    muted: 'You are muted: the customer can’t hear you',
    'system-muted': 'Your headset or system is muted: press its own mute button',
    'track-ended': 'Your microphone is gone: plug it in or choose another',
    'digital-silence': 'Your microphone sends silence: check the headset',
    'not-received': 'Your voice does not reach the other side: check the network',
    'playback-blocked': 'The browser blocked sound',
    held: 'The call is on hold: nobody hears you',
    'no-packets': 'Your voice does not leave this computer: check the network',
    quiet: 'You have not been heard yet: say something',
    unmeasured: 'This browser can’t measure whether you are heard: ask the customer',
  },
  incoming: {
    muted: 'The customer is muted',
    'system-muted': 'The customer is muted',
    'track-ended': 'The customer’s sound has ended',
    'digital-silence': 'The line carries silence',
    'not-received': 'Nothing arrives from the customer',
    'playback-blocked': 'The browser blocked sound',
    held: 'The call is on hold',
    'no-packets': 'No sound arrives from the customer: check the network',
    quiet: 'The customer is silent',
    unmeasured: 'This browser can’t measure whether the customer is heard',
  },
  quality: { good: 'line good', fair: 'line fair', poor: 'line poor' },
  alarm: {
    'round-trip': 'Long delay on the line: let the customer finish',
    jitter: 'The sound comes in pieces: the network is busy',
    mos: 'The customer is hard to understand: the line is poor',
  },
  figures: (mos, delay, jitter, loss) => `MOS ${mos} · delay ${delay} ms · jitter ${jitter} ms · lost ${loss} %`,
};
