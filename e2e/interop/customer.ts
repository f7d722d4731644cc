import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { until } from 'test-kit';
import { CustomerAudio } from './customer-audio';
import { CustomerScript } from './customer-script';
import { freePort } from './free-port';
import { Program, logs } from './program';

/** What the customer does; the scenarios are in `sipp/`. */
export type Scenario = 'hears-bye' | 'hears-info' | 'holds' | 'resumed' | 'resumed-sends-bye' | 'sends-bye';

/** Ends a command between sipp and its twin. */
const commandEnd = '\x1b';

/**
 * A customer: sipp for the signalling, our own audio.
 *
 * sipp accepts no conditions from outside except the commands of its “3PCC” mode, meant for a second sipp. Here the
 * test is that second one: it receives what happened and says when to go on.
 */
export class Customer {
  readonly audio = new CustomerAudio();
  /** The commands that sipp sent, oldest first. */
  readonly #told: string[] = [];
  readonly #twin: Server = createServer((socket) => this.#connected(socket));
  #socket: Socket | null = null;
  #sipp: Program | null = null;
  #callId = '';
  #unread = '';

  async call(scenario: Scenario | CustomerScript, extension: string, sipPort: number): Promise<void> {
    const rtp = await freePort('udp', 36900);
    await this.audio.open(rtp);
    const twinPort = await freePort('tcp', 4380);
    await new Promise<void>((resolve) => this.#twin.listen(twinPort, '127.0.0.1', resolve));
    const file =
      scenario instanceof CustomerScript
        ? scenario.save()
        : fileURLToPath(new URL(`sipp/${scenario}.xml`, import.meta.url));
    const local = await freePort('udp', 5390);
    this.#sipp = new Program('sipp', 'sipp', [
      `127.0.0.1:${sipPort}`,
      ...['-sf', file, '-s', extension, '-i', '127.0.0.1', '-p', `${local}`, '-m', '1'],
      ...['-3pcc', `127.0.0.1:${twinPort}`, '-key', 'rtp', `${rtp}`],
      ...[
        '-trace_msg',
        '-message_file',
        `${logs}/sipp-messages.log`,
        '-trace_err',
        '-error_file',
        `${logs}/sipp-errors.log`,
      ],
      ...['-nostdin', '-timeout', '100s', '-timeout_error'],
    ]);
  }

  /** Waits for the scenario's event, and returns the command that reported it. */
  async tells(event: string, limit = 30_000): Promise<string> {
    const found = (): string | undefined => this.#told.find((command) => command.includes(`Event: ${event}`));
    await until(() => found() !== undefined, `the scenario tells “${event}”`, limit);
    return found() ?? '';
  }

  /** Lets the scenario continue where it waits. */
  goOn(): void {
    this.#socket?.write(`Call-ID: ${this.#callId}\r\nFrom: test\r\n\r\n${commandEnd}`);
  }

  /** sipp's own verdict: 0 if exactly the messages of its scenario came. */
  async verdict(): Promise<number | null | undefined> {
    return this.#sipp?.ended;
  }

  async close(): Promise<void> {
    this.audio.close();
    await this.#sipp?.end();
    this.#socket?.destroy();
    if (!this.#twin.listening) return;
    this.#twin.close();
    await once(this.#twin, 'close');
  }

  #connected(socket: Socket): void {
    this.#socket = socket;
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      const commands = (this.#unread + data.toString()).split(commandEnd);
      this.#unread = commands.pop() ?? '';
      for (const command of commands) {
        this.#callId = /Call-ID: *(\S+)/i.exec(command)?.[1] ?? this.#callId;
        this.#told.push(command);
      }
    });
  }
}
