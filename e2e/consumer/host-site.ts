import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type * as Sources from '../../projects/training-server/client';
import { Front } from './front';

/** Where `prepare` has installed the packed server, beside the hosts. */
const serverBeside = (folder: string): string =>
  join(folder, '../server/lib/node_modules/mediatel-training-server/lib/client.js');

type Package = typeof Sources;

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** A host's built pages at an address, with the packed training server behind it. */
export class HostSite {
  readonly #ending: readonly (() => Promise<unknown>)[];

  private constructor(
    readonly url: string,
    readonly customer: Sources.TrainingClient,
    ending: readonly (() => Promise<unknown>)[],
  ) {
    this.#ending = ending;
  }

  /** Serves the built host of a folder: its browser files, or its own server where it has one. */
  static async open(folder: string, name: string): Promise<HostSite> {
    const { startTrainingServer, TrainingClient } = (await import(serverBeside(folder))) as Package;
    const own = join(folder, 'dist', name, 'server/server.mjs');
    if (!existsSync(own)) {
      const server = await startTrainingServer({ env: { APP_DIR: join(folder, 'dist', name, 'browser') } });
      return new HostSite(server.url, await TrainingClient.signIn(server), [() => server.close()]);
    }
    const [port, hostPort] = [await freePort(), await freePort()];
    const server = await startTrainingServer({ env: { PUBLIC_URL: `http://localhost:${port}` } });
    const host = spawn(process.execPath, [own], {
      cwd: folder,
      env: { ...process.env, PORT: String(hostPort), NG_ALLOWED_HOSTS: 'localhost' },
    });
    const front = await Front.open(port, hostPort, server.port);
    await expect
      .poll(
        () =>
          fetch(front.url).then(
            ({ status }) => status,
            () => 0,
          ),
        { timeout: 30_000 },
      )
      .toBe(200);
    const customer = await TrainingClient.signIn({ url: `http://localhost:${server.port}` });
    return new HostSite(front.url, customer, [() => front.close(), () => end(host), () => server.close()]);
  }

  async close(): Promise<void> {
    for (const end of this.#ending) await end();
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill();
  await once(child, 'close');
}
