// The training server's sound, as in production: threads that make the sound of all calls, with recordings. Customers echo.
// The argument is the number of threads; one if there is none.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import type { CallSound } from '../../projects/training-server/telephony/call-sound';
import { SoundThreads } from '../../projects/training-server/telephony/sound-threads';
import { serve } from './serve';

const recordingsDir = mkdtempSync(join(tmpdir(), 'calls-'));
const sounds = new SoundThreads(
  { recordingsDir, iceAddress: '127.0.0.1', hangUpAfterMs: 5_000, mediaSilenceMs: 60_000 },
  Number(process.argv[2] ?? 1),
  pino({ level: 'warn' }, pino.destination(2)),
);
let opened = 0;

serve<CallSound>({
  open: () => {
    const place = ++opened;
    const request = { callTraceId: String(place), extension: String(1000 + place), customerNumber: '0661234505' };
    return sounds.open(request, (event) => {
      if (event.what === 'failed' || event.what === 'operatorSilent')
        process.stderr.write(`call ${place}: ${event.what}\n`);
    });
  },
  begin: (call) => {
    call.begin();
    call.join();
  },
});
process.on('exit', () => rmSync(recordingsDir, { recursive: true, force: true }));
