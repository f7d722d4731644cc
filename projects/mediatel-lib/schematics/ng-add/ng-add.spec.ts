import { SchematicsException } from '@angular-devkit/schematics';
import { ownPackage } from '../kit/own-package';
import { filesOf, newApplication, newHost, ngAdd } from './hosts.fixture';
import { classicNgrx, edit, withProvideStore, withoutConfig } from './kinds.fixture';

const asked = '{ account: (credentials) => inject(PhoneAccount).account(credentials) }';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
}

describe('the providers', () => {
  it('go to app.config.ts, with a store for a host that has none', async () => {
    const { tree } = await ngAdd(await newHost());
    expect(tree.readContent('/src/app/app.config.ts')).toContain(`\n    provideMediatel(${asked}, withStore())\n`);
  });

  it('leave the host its own store', async () => {
    const { tree, said } = await ngAdd(await withProvideStore());
    const config = tree.readContent('/src/app/app.config.ts');
    expect(config).toContain(`\n    provideMediatel(${asked})\n`);
    expect(config).not.toContain('withStore');
    expect(said).toContain('NgRx by provideStore');
  });

  it('leave the host a store that a library of the workspace provides', async () => {
    const host = await newHost();
    host.create(
      '/projects/core/src/lib/core.ts',
      "import { provideStore } from '@ngrx/store';\nexport const core = [provideStore()];\n",
    );
    edit(
      host,
      '/angular.json',
      '"projects": {',
      '"projects": { "core": { "projectType": "library", "root": "projects/core" },',
    );
    const { tree } = await ngAdd(host);
    expect(tree.readContent('/src/app/app.config.ts')).not.toContain('withStore');
  });

  it('do not take another application’s store for the host’s', async () => {
    const host = await withProvideStore();
    const both = await newApplication(host, {}, 'second');
    const { tree } = await ngAdd(both, { project: 'second' });
    expect(tree.readContent('/projects/second/src/app/app.config.ts')).toContain('withStore()');
    expect(tree.readContent('/src/app/app.config.ts')).toBe(host.readContent('/src/app/app.config.ts'));
  });

  it('ignore imports of NgRx that set up no store', async () => {
    const host = await newHost();
    host.create(
      '/src/app/cards.ts',
      "import { type Store, createReducer, provideStore } from '@ngrx/store';\nexport const a = [createReducer, provideStore];\n",
    );
    host.create('/src/app/cards.spec.ts', "import { provideStore } from '@ngrx/store';\nprovideStore();\n");
    const { tree } = await ngAdd(host);
    expect(tree.readContent('/src/app/app.config.ts')).toContain('withStore()');
  });

  it('go to main.ts where it has no configuration', async () => {
    const { tree } = await ngAdd(await withoutConfig());
    expect(tree.readContent('/src/main.ts')).toContain("from './app/phone-account'");
    expect(tree.readContent('/src/main.ts')).toContain(`provideMediatel(${asked}, withStore())`);
  });

  it('are MediatelModule.forRoot in the root module', async () => {
    const { tree } = await ngAdd(await newHost({ standalone: false }));
    const module = tree.readContent('/src/app/app-module.ts');
    expect(module).toContain(`\n    MediatelModule.forRoot(${asked}, withStore()),`);
    expect(module).toMatch(/\n {4}PhoneDesk\n/);
    expect(tree.readContent('/src/app/app.html')).toContain('<app-phone-desk />');
    expect(tree.readContent('/src/app/phone-desk.ts')).toContain("selector: 'app-phone-desk'");
  });

  it('leave classic NgRx alone', async () => {
    const { tree, said } = await ngAdd(await classicNgrx());
    const module = tree.readContent('/src/app/app-module.ts');
    expect(module).toContain(`MediatelModule.forRoot(${asked})`);
    expect(module).not.toContain('withStore');
    expect(said).toContain('NgModules, zone.js, NgRx by StoreModule');
  });

  it('are not added where the host has them under another name', async () => {
    const host = await newHost();
    edit(host, '/src/app/app.config.ts', 'providers: [', 'providers: [\n    phone({ account, chime: false }),');
    edit(
      host,
      '/src/app/app.config.ts',
      'import',
      "import { provideMediatel as phone } from 'mediatel-lib';\nimport { account } from './account';\nimport",
    );
    const before = host.readContent('/src/app/app.config.ts');
    const { tree } = await ngAdd(host);
    expect(tree.readContent('/src/app/app.config.ts')).toBe(before);
  });
});

describe('package.json', () => {
  const manifestOf = (text: string): Manifest => JSON.parse(text) as Manifest;

  it('gets the peers that are missing, in the versions that the library needs', async () => {
    const { tree, installs } = await ngAdd(await newHost());
    const { dependencies } = manifestOf(tree.readContent('/package.json'));
    for (const name of ['@angular/material', '@angular/cdk', '@ngrx/store', '@ngrx/effects']) {
      expect(dependencies[name]).toBe(ownPackage.peerDependencies[name]);
    }
    expect(installs).toBe(1);
  });

  it('keeps versions that are there, and gives forms the version of core', async () => {
    const host = await newHost();
    const manifest = manifestOf(host.readContent('/package.json'));
    const { '@angular/forms': _, ...others } = manifest.dependencies;
    host.overwrite(
      '/package.json',
      JSON.stringify({ ...manifest, dependencies: { ...others, '@angular/core': '~22.1.0', '@ngrx/store': '22.0.1' } }),
    );
    const { dependencies } = manifestOf((await ngAdd(host)).tree.readContent('/package.json'));
    expect(dependencies['@ngrx/store']).toBe('22.0.1');
    expect(dependencies['@angular/forms']).toBe('~22.1.0');
  });

  it('names packages of another major version', async () => {
    const host = await newHost();
    edit(host, '/package.json', '"@angular/core"', '"@ngrx/store": "^19.2.0",\n    "@angular/core"');
    const { warnings } = await ngAdd(host);
    expect(warnings).toEqual([expect.stringContaining('@ngrx/store ^19.2.0 (needs ^22.0.0)')]);
  });

  it('gets the training server on request, from a file too', async () => {
    const { tree } = await ngAdd(await newHost(), { training: true });
    const { devDependencies, scripts } = manifestOf(tree.readContent('/package.json'));
    expect(devDependencies['mediatel-training-server']).toBe(`^${ownPackage.version}`);
    expect(scripts['training']).toBe('mediatel-training-server --port 4201');
    const again = await ngAdd(tree, { training: true, trainingServer: 'file:../server.tgz' });
    expect(manifestOf(again.tree.readContent('/package.json')).devDependencies['mediatel-training-server']).toBe(
      'file:../server.tgz',
    );
  });

  it('keeps a script “training” of the host', async () => {
    const host = await newHost();
    edit(host, '/package.json', '"scripts": {', '"scripts": {\n    "training": "echo mine",');
    const { tree, warnings } = await ngAdd(host, { training: true });
    expect(manifestOf(tree.readContent('/package.json')).scripts['training']).toBe('echo mine');
    expect(warnings).toEqual([expect.stringContaining('another script “training”')]);
  });
});

describe('what stops it before any change', () => {
  it.each(['^21.2.0', '~20.0.0', '17.3.12'])('Angular %s', async (version) => {
    const host = await newHost();
    edit(
      host,
      '/package.json',
      /"@angular\/core": "[^"]+"/.exec(host.readContent('/package.json'))![0],
      `"@angular/core": "${version}"`,
    );
    await expect(ngAdd(host)).rejects.toThrow(`needs Angular 22 or newer; this workspace has ${version}.`);
  });

  it('an installed Angular that is older than package.json says', async () => {
    const host = await newHost();
    host.create('/node_modules/@angular/core/package.json', '{ "version": "21.0.3" }');
    await expect(ngAdd(host)).rejects.toThrow('this workspace has 21.0.3');
  });

  it.each(['next', 'file:../angular', '>=22', '22.x'])('not Angular %s', async (version) => {
    const host = await newHost();
    edit(
      host,
      '/package.json',
      /"@angular\/core": "[^"]+"/.exec(host.readContent('/package.json'))![0],
      `"@angular/core": "${version}"`,
    );
    expect((await ngAdd(host)).warnings).toEqual([]);
  });

  it('no Angular, no workspace, no such application, a library', async () => {
    const host = await newHost();
    await expect(ngAdd(host, { project: 'shop' })).rejects.toThrow(
      'There is no project shop. Choose an application with --project. Applications: crm.',
    );
    edit(
      host,
      '/angular.json',
      '"projects": {',
      '"projects": { "core": { "projectType": "library", "root": "projects/core" },',
    );
    await expect(ngAdd(host, { project: 'core' })).rejects.toThrow('The project core is a library');
    host.delete('/angular.json');
    await expect(ngAdd(host)).rejects.toThrow('There is no angular.json here');
    host.overwrite('/package.json', '{}');
    await expect(ngAdd(host)).rejects.toThrow('no @angular/core');
    await expect(ngAdd(host)).rejects.toBeInstanceOf(SchematicsException);
  });

  it('several applications and no --project', async () => {
    const both = await newApplication(await newHost(), {}, 'second');
    await expect(ngAdd(both)).rejects.toThrow(
      'Say which application gets the phone, with --project. Applications: crm, second.',
    );
  });
});

describe('the report', () => {
  it('says what comes next, and the policy', async () => {
    const { said } = await ngAdd(await newHost(), { training: true });
    expect(said).toContain('npm run training');
    expect(said).toContain('agent1');
    expect(said).toContain('0661234501');
    expect(said).toContain("worker-src 'self' blob:;");
    expect(said).toContain('trusted-types angular angular#components mediatel');
    expect(said).toContain('Permissions-Policy: microphone=(self)');
  });

  it.each([
    [{}, 'standalone, zoneless, no NgRx store, theme none'],
    [{ zoneless: false }, 'standalone, zone.js, no NgRx store, theme none'],
    [{ ssr: true }, 'standalone, zoneless, no NgRx store, theme none, server-rendered'],
  ])('names the kind of host %j', async (options, kind) => {
    expect((await ngAdd(await newHost(options))).said).toContain(`mediatel-lib in crm (${kind})`);
  });
});

describe('--place=none', () => {
  it('leaves pages and tests as they are, and says how to show the desk', async () => {
    const host = await newHost();
    const before = filesOf(host);
    const { tree, said } = await ngAdd(host, { place: 'none' });
    for (const path of ['/src/app/app.ts', '/src/app/app.html', '/src/app/app.spec.ts']) {
      expect(tree.readContent(path)).toBe(before[path]);
    }
    expect(tree.exists('/src/app/phone-account.ts')).toBe(true);
    expect(said).toContain('<mediatel-desk />');
  });
});
