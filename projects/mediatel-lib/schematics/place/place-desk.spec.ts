import { filesOf, newHost, ngAdd } from '../ng-add/hosts.fixture';
import { edit } from '../ng-add/kinds.fixture';

const button = '(click)="phone.signIn()">Sign in to the phone</button>';
const defer = /@defer \(on immediate\) \{\n\s+<mediatel-desk \/>\n\s*\}/;

describe('the desk in the root component', () => {
  it('is at the end of the page, with a button', async () => {
    const { tree } = await ngAdd(await newHost());
    const page = tree.readContent('/src/app/app.html');
    expect(page).toContain('<router-outlet />');
    expect(page.trimEnd().endsWith('}')).toBe(true);
    expect(page).toContain(button);
    expect(page).toMatch(defer);
    const component = tree.readContent('/src/app/app.ts');
    expect(component).toContain('imports: [RouterOutlet, MediatelDesk]');
    expect(component).toContain('export class App {\n  protected readonly phone = inject(AgentSession);\n');
  });

  it('has the training server’s operator at the button, on request', async () => {
    const { tree } = await ngAdd(await newHost(), { training: true });
    expect(tree.readContent('/src/app/app.html')).toContain("phone.signIn({ login: 'agent1', password: 'training' })");
  });

  it('gets that operator in a later run too', async () => {
    const { tree } = await ngAdd((await ngAdd(await newHost())).tree, { training: true });
    const page = tree.readContent('/src/app/app.html');
    expect(page).toContain("phone.signIn({ login: 'agent1', password: 'training' })");
    expect(page).not.toContain(button);
    expect((await ngAdd(tree)).tree.readContent('/src/app/app.html')).toBe(page);
  });

  it.each([
    ['in backticks', 'template: `\n    <main>{{ x }}</main>\n  `,', '<main>{{ x }}</main>'],
    ['in one line of backticks', 'template: `<main>$x</main>`,', '<main>$x</main>'],
    ['in quotes', "template: '<main title=\"it\\'s `${a}`\"></main>',", '<main title="it\'s \\`\\${a}\\`"></main>'],
  ])('goes into a template of the class: %s', async (_, template, kept) => {
    const host = await newHost();
    edit(host, '/src/app/app.ts', "templateUrl: './app.html',", template);
    const { tree } = await ngAdd(host);
    const component = tree.readContent('/src/app/app.ts');
    expect(component).toContain(kept);
    expect(component).toContain(button);
    expect(component).toMatch(defer);
    expect(component).toMatch(/\n\s+\}\n\s*`,/);
  });

  it('keeps the line breaks of a page', async () => {
    const host = await newHost();
    host.overwrite('/src/app/app.html', '<main></main>\r\n<router-outlet />');
    const page = (await ngAdd(host)).tree.readContent('/src/app/app.html');
    expect(page).toContain('<router-outlet />\r\n<!--');
    expect(page.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('adds the list of imports to a component without one', async () => {
    const host = await newHost();
    edit(host, '/src/app/app.ts', 'imports: [RouterOutlet],', '');
    expect((await ngAdd(host)).tree.readContent('/src/app/app.ts')).toContain('imports: [MediatelDesk],');
  });

  it('gives the tests of the root component what it injects', async () => {
    const { tree } = await ngAdd(await newHost());
    expect(tree.readContent('/src/app/app.spec.ts')).toContain(
      'providers: [provideMediatel({ account: () => Promise.reject(',
    );
    const modules = (await ngAdd(await newHost({ standalone: false }))).tree.readContent('/src/app/app.spec.ts');
    expect(modules).toMatch(/\n( +)RouterModule\.forRoot\(\[\]\),\n\1PhoneDesk\n/);
    expect(modules).toContain('provideMediatel');
  });

  it.each([
    [
      'a list of imports from elsewhere',
      '/src/app/app.ts',
      'imports: [RouterOutlet]',
      'imports: shared',
      'The imports of App in src/app/app.ts are not a list',
    ],
    [
      'a member phone',
      '/src/app/app.ts',
      'export class App {',
      'export class App {\n  phone = 1;',
      'App in src/app/app.ts has a member phone',
    ],
    [
      'a template from elsewhere',
      '/src/app/app.ts',
      "templateUrl: './app.html'",
      'template: page',
      'The template of src/app/app.ts is neither',
    ],
    [
      'a template that is missing',
      '/src/app/app.ts',
      "'./app.html'",
      "'./lost.html'",
      'The template src/app/lost.html is not found',
    ],
    [
      'a root component behind an alias',
      '/src/main.ts',
      "'./app/app'",
      "'@crm/app'",
      'The root component is not found',
    ],
  ])('does not fit: %s', async (_, path, from, to, why) => {
    const host = await newHost();
    edit(host, path, from, to);
    const before = filesOf(host);
    const { tree, warnings } = await ngAdd(host);
    expect(warnings).toEqual([expect.stringContaining(why)]);
    expect(warnings[0]).toContain('<mediatel-desk />');
    for (const page of ['/src/app/app.ts', '/src/app/app.html', '/src/app/app.spec.ts', '/src/main.ts']) {
      expect(tree.readContent(page)).toBe(before[page]);
    }
    // The library itself is set up.
    expect(tree.readContent('/src/app/app.config.ts')).toContain('provideMediatel(');
  });

  it('stays where the host has put it', async () => {
    const host = await newHost();
    host.create('/src/app/side.html', '<aside><mediatel-desk layout="docked" /></aside>');
    const before = host.readContent('/src/app/app.html');
    expect((await ngAdd(host)).tree.readContent('/src/app/app.html')).toBe(before);
  });

  it('finds a root component in main.ts, and a root module without bootstrap', async () => {
    const host = await newHost();
    host.overwrite(
      '/src/main.ts',
      "import { Component } from '@angular/core';\nimport { bootstrapApplication } from '@angular/platform-browser';\n\n@Component({ selector: 'app-root', template: '' })\nclass App {}\n\nbootstrapApplication(App);\n",
    );
    const { tree, warnings } = await ngAdd(host);
    expect(warnings).toEqual([]);
    expect(tree.readContent('/src/main.ts')).toContain(
      'class App {\n  protected readonly phone = inject(AgentSession);\n}',
    );
    const modules = await newHost({ standalone: false });
    edit(modules, '/src/app/app-module.ts', 'bootstrap: [App]', 'id: "root"');
    expect((await ngAdd(modules)).warnings).toEqual([expect.stringContaining('The root component is not found')]);
  });

  it('keeps a phone-account.ts of the host', async () => {
    const host = await newHost();
    host.create('/src/app/phone-account.ts', 'export class PhoneAccount { account() {} }\n');
    const { tree, warnings } = await ngAdd(host);
    expect(warnings).toEqual([]);
    expect(tree.readContent('/src/app/phone-account.ts')).toBe('export class PhoneAccount { account() {} }\n');
    const other = await newHost();
    other.create('/src/app/phone-account.ts', 'export const account = 1;\n');
    expect((await ngAdd(other)).warnings[0]).toContain('exports no class PhoneAccount');
  });
});
