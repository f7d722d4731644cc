import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from './config';
import { teams } from './hub.fixture';

describe('a hub’s environment', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'hub-config-'));
    writeFileSync(join(folder, 'teams.json'), JSON.stringify(teams));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const read = (env: Record<string, string>): ReturnType<typeof readConfig> =>
    readConfig({ MEDIATEL_SECRET: 'sixteen-letters!', HUB_TEAMS: join(folder, 'teams.json'), ...env });

  it('sets the time zone of midnight, or uses the process’s', () => {
    expect(read({ HUB_TIME_ZONE: 'Europe/Kyiv' }).calendar.timeZone).toBe('Europe/Kyiv');
    expect(read({}).calendar.timeZone).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
    expect(() => read({ HUB_TIME_ZONE: 'Kyiv time' })).toThrow(/^HUB_TIME_ZONE must be .* not "Kyiv time"$/);
  });

  it.each(['http://:pass-word@redis', 'redis://:pass-word@redis:999999', ':pass-word@redis'])(
    'names a wrong address of Redis without showing it: %s',
    (url) => {
      let said = '';
      try {
        read({ REDIS_URL: url });
      } catch (error) {
        said = String(error);
      }
      expect(said).toContain('REDIS_URL must be an address');
      expect(said).not.toContain('pass-word');
    },
  );
});
