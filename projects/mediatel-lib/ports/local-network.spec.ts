import { isLocalNetworkDenied } from './local-network';

/** A browser that knows these permissions and no others. */
function browserWith(known: Readonly<Record<string, PermissionState>> | undefined): void {
  const permissions = known && {
    query: ({ name }: { name: string }) => {
      const state = known[name];
      return state === undefined ? Promise.reject(new TypeError(`no ${name}`)) : Promise.resolve({ state });
    },
  };
  Object.defineProperty(navigator, 'permissions', { configurable: true, value: permissions });
}

describe('isLocalNetworkDenied', () => {
  afterEach(() => Reflect.deleteProperty(navigator, 'permissions'));

  it.each([
    [{ 'local-network': 'denied', 'loopback-network': 'prompt' }, true],
    [{ 'local-network': 'granted', 'loopback-network': 'denied' }, true],
    [{ 'local-network-access': 'denied' }, true],
    [{ 'local-network': 'prompt', 'loopback-network': 'prompt' }, false],
    [{ 'local-network': 'granted', 'loopback-network': 'granted' }, false],
    [{}, false],
    [undefined, false],
  ] as const)('given permissions %j returns %j', async (known, denied) => {
    browserWith(known);
    expect(await isLocalNetworkDenied()).toBe(denied);
  });
});
