import pino from 'pino';
import { parentPort, workerData } from 'node:worker_threads';
import type { SoundMessage, SoundReply, SoundThreadData } from './sound-messages';
import { SoundRoom } from './sound-room';
import { serveSounds } from './serve-sounds';

/** The entry of the thread: a sound room, and its port. */
const { setting, logLevel } = workerData as SoundThreadData;
const port = parentPort;
if (!port) throw new Error('this file must run as a worker thread');
const reply = (message: SoundReply): void => port.postMessage(message);
const log = pino({ level: logLevel, base: undefined }, { write: (line: string) => reply({ type: 'log', line }) });

// As in the main thread: a fault in one call is logged, and the others go on.
process.on('uncaughtException', (error) => log.error({ err: error }, 'uncaught exception'));
process.on('unhandledRejection', (reason) => log.error({ err: reason }, 'unhandled rejection'));

const serve = serveSounds(new SoundRoom(setting, log), reply);
port.on('message', (message: SoundMessage) => serve(message));
