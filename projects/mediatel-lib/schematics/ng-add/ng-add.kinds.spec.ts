import { UnitTestTree } from '@angular-devkit/schematics/testing';
import { compilerErrors } from './compile.fixture';
import { filesOf, ngAdd } from './hosts.fixture';
import { edit, kinds } from './kinds.fixture';

describe('ng add in every kind of host', () => {
  const added: Record<string, UnitTestTree> = {};

  it.each(Object.entries(kinds))('%s: sets it up, and a second run changes nothing', async (kind, host) => {
    const first = await ngAdd(await host(), { training: true });
    expect(first.warnings).toEqual([]);
    expect(first.installs).toBe(1);
    const files = filesOf(first.tree);
    const sources = Object.entries(files).filter(([path]) => path.startsWith('/src/'));
    const count = (text: string): number => sources.filter(([, content]) => content.includes(text)).length;
    expect(count('<mediatel-desk />')).toBe(1);
    expect(count('export class PhoneAccount')).toBe(1);
    expect(files['/angular.json']).toContain('sdp-transform');

    const second = await ngAdd(first.tree, { training: true });
    expect(filesOf(second.tree)).toEqual(files);
    expect(second.installs).toBe(0);
    expect(second.warnings).toEqual([]);
    expect(second.said).toContain('nothing to change');
    added[kind.replace(/\W+/g, '-')] = second.tree;
  });

  // Compiles the library's sources too: five seconds of work, on a busy machine many more.
  it('gives what Angular’s compiler accepts', () => {
    expect(Object.keys(added)).toHaveLength(Object.keys(kinds).length);
    // A fault in a template and one in a class show that the check looks at both.
    const planted = new UnitTestTree(added['standalone']!.branch());
    edit(planted, '/src/app/app.html', 'phone.signIn', 'phone.signOn');
    edit(planted, '/src/app/phone-account.ts', 'realm:', 'realms:');
    expect(compilerErrors({ ...added, planted }).toSorted()).toEqual([
      expect.stringMatching(/^planted\/src\/app\/app.html: Property 'signOn' does not exist/),
      expect.stringMatching(/^planted\/src\/app\/phone-account.ts: Property 'realm' does not exist/),
    ]);
  }, 120_000);
});
