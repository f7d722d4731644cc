/**
 * The speech program: a process of its own around eSpeak NG, which is under the GPL. It knows nothing of the server, and
 * the server nothing of it but the messages (docs/adr/0010).
 */
import espeak from 'espeak-ng';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { SpeechOrder, SpeechReply } from './speech-messages';

/** What is used of WebAssembly: its types come only with those of a browser. */
interface Assembler {
  compile(bytes: Uint8Array): Promise<object>;
  instantiate(program: object, imports: object): Promise<object>;
}
const assembler = (globalThis as unknown as { readonly WebAssembly: Assembler }).WebAssembly;

const script = createRequire(import.meta.url).resolve('espeak-ng');
/** Compiled once: it is 18 MB. */
const program = readFile(script.replace(/\.js$/, '.wasm')).then((bytes) => assembler.compile(bytes));

const TEXT = '/line.txt';
const SOUND = '/line.wav';

async function speak({ text, options }: SpeechOrder): Promise<Uint8Array> {
  const compiled = await program;
  const complaints: string[] = [];
  try {
    const { FS } = await espeak({
      arguments: [...options, '-b', '1', '-f', TEXT, '-w', SOUND],
      print: () => undefined,
      printErr: (line) => complaints.push(line),
      preRun: [(module) => module.FS.writeFile(TEXT, text)],
      instantiateWasm: (imports, ready) => {
        void assembler.instantiate(compiled, imports).then(ready);
        return {};
      },
    });
    return FS.readFile(SOUND);
  } catch (error) {
    throw new Error(complaints[0] ?? String(error), { cause: error });
  }
}

const reply = (message: SpeechReply): void => void process.send?.(message);

// One after the other: the sender waits for each reply.
process.on('message', (order: SpeechOrder) => {
  speak(order).then(
    (wav) => reply({ id: order.id, wav }),
    (error: unknown) => reply({ id: order.id, fault: error instanceof Error ? error.message : String(error) }),
  );
});
// The server is gone: nobody hears any more.
process.on('disconnect', () => process.exit());
