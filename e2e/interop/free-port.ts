import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

const address = '127.0.0.1';

/** Whether the port is free. */
const probes = {
  tcp: (port: number): Promise<boolean> =>
    new Promise((resolve) => {
      const server = createServer();
      server.once('error', () => resolve(false));
      server.listen(port, address, () => server.close(() => resolve(true)));
    }),
  udp: (port: number): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = createSocket('udp4');
      socket.once('error', () => resolve(false));
      socket.bind(port, address, () => socket.close(() => resolve(true)));
    }),
};

/** The first free port of the machine, counted from `from`. */
export async function freePort(transport: keyof typeof probes, from: number): Promise<number> {
  for (let port = from; port < from + 10; port += 1) if (await probes[transport](port)) return port;
  throw new Error(`no free ${transport} port from ${from} to ${from + 9}`);
}
