import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from 'test-kit';
import { pulseaudioPath } from './installed';

/** An audio output for a machine without one: PulseAudio with a null sink, for this run only. */
export class SoundServer {
  readonly #folder = mkdtempSync(join(tmpdir(), 'mediatel-sound-'));
  #child: ChildProcess | null = null;

  get #socket(): string {
    return join(this.#folder, 'native');
  }

  /** The environment in which a program finds it. */
  get env(): Readonly<Record<string, string>> {
    return { PULSE_SERVER: `unix:${this.#socket}` };
  }

  async start(): Promise<void> {
    const child = spawn(
      pulseaudioPath ?? 'pulseaudio',
      [
        ...['-n', '--daemonize=no', '--exit-idle-time=-1', '--use-pid-file=no', '--disable-shm=yes'],
        ...['-L', 'module-null-sink'],
        ...['-L', `module-native-protocol-unix socket=${this.#socket} auth-anonymous=1`],
      ],
      { stdio: 'ignore', env: { ...process.env, HOME: this.#folder, XDG_RUNTIME_DIR: this.#folder } },
    );
    this.#child = child;
    await until(() => {
      if (child.exitCode !== null) throw new Error(`pulseaudio ended with ${child.exitCode}`);
      return existsSync(this.#socket);
    }, 'PulseAudio listens');
  }

  async close(): Promise<void> {
    const child = this.#child;
    if (child !== null && child.exitCode === null) {
      child.kill();
      await once(child, 'exit');
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
