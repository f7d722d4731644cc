import { Nonces } from './nonces';

describe('Nonces', () => {
  let now = 1_700_000_000_000;
  const nonces = new Nonces(1000, () => now);

  it('accepts its own, with a growing count', () => {
    const nonce = nonces.issue();
    expect([nonces.use(nonce, 1), nonces.use(nonce, 2), nonces.use(nonce, 2)]).toEqual(['good', 'good', 'stale']);
  });

  it('reports an old nonce as stale', () => {
    const nonce = nonces.issue();
    now += 1001;
    expect(nonces.use(nonce, 1)).toBe('stale');
  });

  it('refuses a foreign nonce', () => {
    const forged = nonces.issue().replace(/^./, 'z');
    expect([forged, 'nonsense', '', new Nonces(1000).issue()].map((nonce) => nonces.use(nonce, 1))).toEqual(
      Array(4).fill('unknown'),
    );
  });
});
