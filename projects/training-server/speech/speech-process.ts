import { fork, type ChildProcess } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { ownEntry } from '../own-entry';
import { SpeechError } from './speech-error';
import type { SpeechOrder, SpeechReply } from './speech-messages';

/** The process needs no more of ours than to find temporary files. */
const PASSED = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot'];

interface Speaking {
  readonly id: number;
  readonly done: (wav: Uint8Array) => void;
  readonly failed: (error: SpeechError) => void;
}

/** The speech program's process: started when it is needed, replaced when it died. One line at a time. */
export class SpeechProcess {
  protected child: ChildProcess | undefined;
  #speaking: Speaking | undefined;
  #lines = 0;

  /** Resolves with a WAV file. Rejects with `timed-out`, and `failed` if the process ended or could not speak the line. */
  async speak(line: Omit<SpeechOrder, 'id'>, limitMs: number): Promise<Uint8Array> {
    const child = (this.child ??= this.#start());
    const id = ++this.#lines;
    const alarm = setTimeout(
      () => this.#give(child, new SpeechError('timed-out', `not spoken within ${limitMs} ms`)),
      limitMs,
    );
    try {
      return await new Promise<Uint8Array>((done, failed) => {
        this.#speaking = { id, done, failed };
        child.send({ id, ...line } satisfies SpeechOrder, (error) => {
          if (error) this.#give(child, failure(error.message));
        });
      });
    } finally {
      clearTimeout(alarm);
      this.#speaking = undefined;
    }
  }

  /** Ends the process; the next line starts another one. */
  stop(): void {
    if (this.child) this.#give(this.child, new SpeechError('closed', 'the speech program was stopped'));
  }

  #start(): ChildProcess {
    const { url, execArgv } = ownEntry('speech-entry', import.meta.url);
    const child = fork(url, {
      execArgv: [...execArgv],
      env: Object.fromEntries(PASSED.map((name) => [name, process.env[name]])),
      // Sound as it is, not as JSON.
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.on('message', (reply: SpeechReply) => this.#receive(child, reply));
    child.on('error', (error) => this.#give(child, failure(error.message)));
    child.on('exit', (code, signal) => this.#give(child, failure(`it ended with ${signal ?? code}`)));
    if (child.pid !== undefined) giveWay(child.pid);
    // It must not keep a server alive that is done.
    child.unref();
    child.channel?.unref();
    return child;
  }

  #receive(child: ChildProcess, reply: SpeechReply): void {
    if (this.child !== child || this.#speaking?.id !== reply.id) return;
    if ('wav' in reply) this.#speaking.done(reply.wav);
    else this.#speaking.failed(failure(reply.fault));
  }

  #give(child: ChildProcess, error: SpeechError): void {
    if (this.child !== child) return;
    this.child = undefined;
    child.kill('SIGKILL');
    this.#speaking?.failed(error);
  }
}

/** The sound of calls comes first: a line may come a little later, a frame may not. */
function giveWay(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // The system does not allow it, or the process has died already, which its exit reports.
  }
}

const failure = (why: string): SpeechError => new SpeechError('failed', `the speech program failed: ${why}`);
