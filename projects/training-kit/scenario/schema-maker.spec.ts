import { jest } from '@jest/globals';

describe('the schemas', () => {
  it('make no code at run time, so that a strict page may read scenarios', async () => {
    const made = jest.spyOn(globalThis, 'Function');
    const { readScenario } = await import('./reading/read-scenario');
    expect(readScenario('id: x').ok).toBe(false);
    expect(made).not.toHaveBeenCalled();
    made.mockRestore();
  });
});
