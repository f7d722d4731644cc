/** What is used of the package, which has no types. */
declare module 'espeak-ng' {
  interface EspeakFiles {
    writeFile(path: string, content: string): void;
    readFile(path: string): Uint8Array<ArrayBuffer>;
  }

  interface EspeakModule {
    readonly FS: EspeakFiles;
  }

  interface EspeakStart {
    /** As on a command line. */
    readonly arguments: readonly string[];
    readonly print: (line: string) => void;
    readonly printErr: (line: string) => void;
    readonly preRun: readonly ((module: EspeakModule) => void)[];
    /** Replaces the loading of the WebAssembly file. */
    readonly instantiateWasm: (imports: object, ready: (instance: object) => void) => Record<string, never>;
  }

  /** Runs the program to its end. */
  export default function run(start: EspeakStart): Promise<EspeakModule>;
}
