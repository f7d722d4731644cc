import { newApplication, newHost, ngAdd } from '../ng-add/hosts.fixture';
import { edit } from '../ng-add/kinds.fixture';

const target = 'http://127.0.0.1:4201';
const entries = {
  '/api': { target },
  '/mediatel/socket.io': { target, ws: true },
  '/ws': { target, ws: true },
};
const withProxy = async (path: string, text: string | null) => {
  const host = await newHost();
  edit(
    host,
    '/angular.json',
    '"defaultConfiguration": "development"',
    `"options": { "proxyConfig": "${path}" }, "defaultConfiguration": "development"`,
  );
  if (text !== null) host.create(path, text);
  return host;
};

describe('the proxy', () => {
  it('is a file that ng serve uses', async () => {
    const { tree } = await ngAdd(await newHost(), { training: true });
    expect(JSON.parse(tree.readContent('/proxy.conf.json'))).toEqual(entries);
    expect(tree.readContent('/angular.json')).toContain('"proxyConfig": "proxy.conf.json"');
  });

  it('is in the folder of the application, in a workspace of several', async () => {
    const both = await newApplication(await newHost(), {}, 'second');
    const { tree } = await ngAdd(both, { training: true, project: 'second' });
    expect(tree.exists('/projects/second/proxy.conf.json')).toBe(true);
    expect(tree.readContent('/angular.json')).toContain('"proxyConfig": "projects/second/proxy.conf.json"');
  });

  it('of the host gets what is missing; comments and other paths stay', async () => {
    const own = `{\n  // our orders\n  "/orders": { "target": "http://127.0.0.1:9000" },\n  "/ws": { "target": "${target}", "ws": true, "changeOrigin": true }\n}\n`;
    const { tree, warnings } = await ngAdd(await withProxy('src/dev-proxy.json', own), { training: true });
    const text = tree.readContent('/src/dev-proxy.json');
    expect(warnings).toEqual([]);
    expect(text).toContain('// our orders\n  "/orders": { "target": "http://127.0.0.1:9000" }');
    expect(text).toContain('"changeOrigin": true');
    expect(text).toContain('"/mediatel/socket.io"');
    expect(tree.exists('/proxy.conf.json')).toBe(false);
    expect((await ngAdd(tree, { training: true })).tree.readContent('/src/dev-proxy.json')).toBe(text);
  });

  it('of a configuration counts before that of the options', async () => {
    const host = await withProxy('none.json', null);
    edit(
      host,
      '/angular.json',
      '"buildTarget": "crm:build:development"',
      '"buildTarget": "crm:build:development", "proxyConfig": "dev.json"',
    );
    host.create('dev.json', '{}');
    const { tree } = await ngAdd(host, { training: true });
    expect(JSON.parse(tree.readContent('/dev.json'))).toEqual(entries);
  });

  it.each([
    ['leads elsewhere', 'proxy.conf.json', '{ "/api": { "target": "http://127.0.0.1:8080" } }', 'sends /api elsewhere'],
    ['is code', 'proxy.conf.mjs', 'export default {};', 'is code'],
    ['is a list', 'proxy.conf.json', '[{ "context": ["/api"], "target": "x" }]', 'is a list'],
    ['is missing', 'lost.json', null, 'lost.json is not found'],
  ])('of the host that %s is left alone, and the person hears the entries', async (_, path, text, why) => {
    const { tree, warnings } = await ngAdd(await withProxy(path, text), { training: true });
    expect(warnings).toEqual([expect.stringContaining(why)]);
    expect(warnings[0]).toContain('"/mediatel/socket.io"');
    expect(tree.exists(path) ? tree.readContent(path) : null).toBe(text);
    expect(tree.readContent('/angular.json')).toContain(`"proxyConfig": "${path}"`);
  });

  it('is not there without --training', async () => {
    expect((await ngAdd(await newHost())).tree.exists('/proxy.conf.json')).toBe(false);
  });
});

describe('angular.json', () => {
  it('keeps its comments', async () => {
    const host = await newHost();
    edit(host, '/angular.json', '"build": {', '// how we build\n        "build": {');
    const { tree } = await ngAdd(host, { training: true });
    expect(tree.readContent('/angular.json')).toContain('// how we build');
    expect((await ngAdd(tree, { training: true })).tree.readContent('/angular.json')).toBe(
      tree.readContent('/angular.json'),
    );
  });

  it('keeps the CommonJS packages that the host allows', async () => {
    const host = await newHost();
    edit(
      host,
      '/angular.json',
      '"browser":',
      '"allowedCommonJsDependencies": ["moment", "debug"],\n            "browser":',
    );
    const { tree } = await ngAdd(host);
    expect(tree.readContent('/angular.json').replace(/\s+/g, ' ')).toContain(
      '"allowedCommonJsDependencies": [ "moment", "debug", "jssip", "events", "sdp-transform" ]',
    );
  });
});
