import { jest } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scenarioOf } from '../training/training.fixture';
import { outcomeLine, play, scenarioIn } from './played-scenario';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'played-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const wish = { file: 'x.yaml', language: null, trainee: 'agent2', exits: false } as const;

describe('a scenario of the command line', () => {
  it('is read, whatever the file is called', () => {
    const file = join(folder, 'ours.yml');
    writeFileSync(file, JSON.stringify(scenarioOf()));
    expect(scenarioIn(file)).toEqual(scenarioOf());
  });

  it('is refused with file, line and field', () => {
    const file = join(folder, 'ours.yml');
    writeFileSync(file, `${JSON.stringify({ ...scenarioOf(), version: 2 }, null, 1)}\n`);
    expect(() => scenarioIn(file)).toThrow(new RegExp(`^${file}:3:\\d+: version: `));
  });

  it('is refused if there is no such file', () => {
    expect(() => scenarioIn(join(folder, 'none.yml'))).toThrow(/--scenario .*none.yml cannot be read: .*ENOENT/);
  });

  it('is played to the trainee in its first language', () => {
    const start = jest.fn(() => ({ refused: 'has-a-run' as const, message: 'agent2 has a run already' }));
    expect(() => play({ start }, scenarioOf(), wish)).toThrow('agent2 has a run already');
    const about = { scenario: scenarioOf(), trainee: 'agent2', startedBy: 'agent2' };
    expect(start).toHaveBeenCalledWith({ ...about, language: 'uk' });
    expect(() => play({ start }, scenarioOf(), { ...wish, language: 'en' })).toThrow('has a run');
    expect(start).toHaveBeenLastCalledWith({ ...about, language: 'en' });
  });

  it('ends with a line of JSON', () => {
    const run = {
      ...{ id: '1', scenario: 'busy', trainee: 'agent1', startedBy: 'agent1', language: 'uk' as const, call: 0 },
      ...{ status: 'done' as const, startedAt: 1, endedAt: 2, turn: null, traceIds: ['7'], reason: null, percent: 80 },
    };
    expect(JSON.parse(outcomeLine(run))).toEqual({
      ...{ run: '1', scenario: 'busy', trainee: 'agent1', status: 'done', reason: null, percent: 80, traceIds: ['7'] },
    });
  });
});
