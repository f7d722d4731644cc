import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { longestScenario, ScenarioLibrary } from './scenario-library';

let folder: string;
let library: ScenarioLibrary;
const shippedFile = (name: string): string => join(folder, 'shipped', name);
const ownFile = (name: string): string => join(folder, 'own', name);

const yamlOf = (id: string, title = 'A call'): string =>
  [
    ...[`id: ${id}`, 'version: 1', `title: ${title}`, 'about: A customer calls.', 'languages: [en]', 'calls:'],
    ...['  - direction: incoming', '    customer: { number: "0661234501", name: Olha }'],
    ...['    turns:', '      - id: greeting', '        say: Good day', '        do: [{ hangUp: true }]', ''],
  ].join('\n');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scenarios-'));
  mkdirSync(join(folder, 'shipped'));
  library = new ScenarioLibrary(join(folder, 'own'), join(folder, 'shipped'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('ScenarioLibrary', () => {
  it('lists shipped files and own ones, which win', () => {
    writeFileSync(shippedFile('busy.yaml'), yamlOf('busy'));
    writeFileSync(shippedFile('hold.yaml'), yamlOf('hold'));
    expect(library.put('hold', yamlOf('hold', 'Our hold'))).toMatchObject({ put: { id: 'hold' } });
    expect(library.put('answer', yamlOf('answer'))).toMatchObject({ put: { id: 'answer' } });
    expect(library.list()).toMatchObject([
      { id: 'answer', origin: 'own' },
      { id: 'busy', origin: 'shipped' },
      { id: 'hold', origin: 'own', scenario: { title: 'Our hold' } },
    ]);
  });

  it('shows the shipped file again once the own one is deleted', () => {
    writeFileSync(shippedFile('hold.yaml'), yamlOf('hold'));
    library.put('hold', yamlOf('hold', 'Our hold'));
    expect(library.delete('hold')).toBe(true);
    expect(library.get('hold')).toMatchObject({ origin: 'shipped', scenario: { title: 'A call' } });
    expect(library.delete('hold')).toBe(false);
  });

  it('lists a broken file with its problems', () => {
    mkdirSync(join(folder, 'own'));
    writeFileSync(ownFile('broken.yaml'), 'id: [');
    writeFileSync(ownFile('long.yaml'), 'x'.repeat(longestScenario + 1));
    writeFileSync(ownFile('renamed.yaml'), yamlOf('other'));
    const [broken, long, renamed] = library.list();
    expect(broken).toMatchObject({ id: 'broken', scenario: null });
    expect(broken?.problems.length).toBeGreaterThan(0);
    expect(long?.problems).toMatchObject([{ message: 'the file is longer than 65536 bytes' }]);
    expect(renamed?.problems).toMatchObject([{ line: 1, path: 'id' }]);
  });

  it('sees a file that was changed behind its back', () => {
    writeFileSync(shippedFile('busy.yaml'), yamlOf('busy'));
    expect(library.get('busy')).toMatchObject({ scenario: { title: 'A call' } });
    writeFileSync(shippedFile('busy.yaml'), yamlOf('busy', 'Another title'));
    expect(library.get('busy')).toMatchObject({ scenario: { title: 'Another title' } });
  });

  it('writes nothing of a scenario with problems', () => {
    expect(library.put('busy', 'id: busy')).toMatchObject({ problems: [{ line: 1 }, {}, {}, {}, {}] });
    expect(library.put('busy', yamlOf('hold'))).toMatchObject({ problems: [{ path: 'id' }] });
    expect(library.list()).toEqual([]);
  });

  it.each(['../busy', '..', 'a/b', '%2e%2e', 'Busy', '', 'a', `${'a'.repeat(61)}`])('has no file %j', (id) => {
    writeFileSync(join(folder, 'busy.yaml'), yamlOf('busy'));
    expect(library.get(id)).toBeNull();
    expect(library.delete(id)).toBe(false);
    expect(library.put(id, yamlOf('busy'))).toHaveProperty('problems');
    expect(readdirSync(folder).sort()).toEqual(['busy.yaml', 'shipped']);
  });

  it('holds a bounded number of own files', () => {
    mkdirSync(join(folder, 'own'));
    for (let index = 0; index < 200; index++) writeFileSync(ownFile(`own-${index}.yaml`), '');
    expect(library.put('one-more', yamlOf('one-more'))).toEqual({ refused: 'too-many' });
    expect(library.put('own-7', yamlOf('own-7'))).toHaveProperty('put');
    expect(readdirSync(join(folder, 'own'))).toHaveLength(200);
  });

  it('leaves the earlier file if the new one cannot be written', () => {
    writeFileSync(join(folder, 'own'), 'no folder');
    expect(library.put('busy', yamlOf('busy'))).toEqual({ refused: 'not-stored' });
  });
});
