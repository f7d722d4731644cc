import { fetchPart } from './fetch-part';

const address = 'https://crm.example/chunk-7.js';
/** Chrome's error. */
const refused = new TypeError(`Failed to fetch dynamically imported module: ${address}`);

interface Part {
  readonly Phone: string;
}

/** A page whose module map remembers failures, like Chrome's. */
function page(answers: (address: string) => unknown) {
  const asked: string[] = [];
  const from = (wanted: string): Promise<unknown> => {
    asked.push(wanted);
    const answer = answers(wanted);
    return answer === null ? Promise.reject(new TypeError('still no network')) : Promise.resolve(answer);
  };
  const load = (error: Error) =>
    fetchPart<Part, string>(
      () => Promise.reject(error),
      ({ Phone }) => Phone,
      from,
    );
  return { asked, from, load };
}

describe('fetchPart', () => {
  it('takes the wanted export, and fetches nothing twice', async () => {
    const { asked, from } = page(() => null);
    const phone = await fetchPart(
      () => Promise.resolve({ Phone: 'phone' }),
      ({ Phone }) => Phone,
      from,
    );
    expect(phone).toBe('phone');
    expect(asked).toEqual([]);
  });

  it('fetches a failed part under a new address', async () => {
    let isReachable = false;
    const { asked, load } = page(() => (isReachable ? { Phone: 'phone' } : null));
    await expect(load(refused)).rejects.toBe(refused);
    isReachable = true;
    await expect(load(refused)).resolves.toBe('phone');
    expect(asked).toHaveLength(2);
    expect(new Set(asked).size).toBe(2);
    for (const one of asked) expect(one).toMatch(/^https:\/\/crm\.example\/chunk-7\.js\?again=\d+$/);
  });

  it('keeps the query of an address', async () => {
    const { asked, load } = page(() => ({ Phone: 'phone' }));
    await load(new TypeError(`Failed to fetch dynamically imported module: ${address}?v=2`));
    expect(asked[0]).toMatch(/\?v=2&again=\d+$/);
  });

  it('throws the first error if the part lacks the wanted export', async () => {
    const { load } = page(() => ({ a: 'phone' }));
    await expect(load(refused)).rejects.toBe(refused);
  });

  it.each([
    'Loading chunk 7 failed. (error: https://crm.example/chunk-7.js)',
    'error loading dynamically imported module: https://crm.example/chunk-7.js',
    `${refused.message} and more`,
    'Failed to fetch dynamically imported module: data:text/javascript,alert(1)',
  ])('fetches nothing for %s', async (message) => {
    const { asked, load } = page(() => ({ Phone: 'phone' }));
    await expect(load(new Error(message))).rejects.toThrow(message);
    expect(asked).toEqual([]);
  });
});
