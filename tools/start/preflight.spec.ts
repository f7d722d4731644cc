import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { environmentFaults, preflight } from './preflight.js';

describe('before anything is installed', () => {
  it.each([
    [{}, []],
    [{ HOST: '127.0.0.2', PORT: '0' }, []],
    [{ HOST: '0.0.0.0' }, [expect.stringContaining('HOST "0.0.0.0" is not loopback')]],
    [{ TLS_CERT: process.execPath }, ['TLS_KEY is missing: TLS_CERT and TLS_KEY go together']],
    [{ PORT: '99999' }, ['PORT must be a whole number from 0 to 65535, not "99999"']],
  ])('reports the faults of the environment %j', (env, faults) => {
    expect(environmentFaults(env)).toEqual(faults);
  });

  it('a missing certificate is named', () => {
    const faults = environmentFaults({ HOST: '0.0.0.0', TLS_CERT: '/nowhere/c.pem', TLS_KEY: '/nowhere/k.pem' });
    expect(faults.map((fault) => fault.split(':', 1)[0])).toEqual([
      'TLS_CERT names a file that cannot be read',
      'TLS_KEY names a file that cannot be read',
    ]);
  });

  it('a port in use is reported', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    await expect(preflight({ PORT: String(port) })).rejects.toThrow(
      `PORT ${port} on 127.0.0.1 is in use; choose another one with PORT`,
    );
    other.close();
    await once(other, 'close');
    await expect(preflight({ PORT: String(port) })).resolves.toBeUndefined();
  });
});
