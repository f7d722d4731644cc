import { jest } from '@jest/globals';
import { fakeAccount, StoreHarness } from 'mediatel-lib/testing';
import { preloadEffects } from './effects-loader';

beforeAll(preloadEffects);

describe('signing in', () => {
  it('has the connection prepared while the host looks for the account', async () => {
    const order: string[] = [];
    const harness = new StoreHarness({
      account: () => {
        order.push('account');
        return Promise.resolve(fakeAccount);
      },
    });
    jest.spyOn(harness.connection, 'prepare').mockImplementation(() => void order.push('prepared'));
    jest.spyOn(harness.connection, 'open').mockImplementation(() => void order.push('opened'));
    await harness.session.signIn();
    expect(order).toHaveLength(3);
    expect(order.at(-1)).toBe('opened');
  });
});
