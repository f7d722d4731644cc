import { countPackages, readNpmLine } from './npm-noise.js';

describe("npm's lines", () => {
  it.each([
    'npm http fetch GET 200 https://registry.example/rxjs/-/rxjs-7.8.2.tgz 120ms (cache miss)',
    'npm http cache rxjs@https://registry.example/rxjs/-/rxjs-7.8.2.tgz 0ms (cache hit)',
  ])('count a package: %s', (line) => {
    expect(readNpmLine(line)).toEqual({ kind: 'package' });
  });

  it.each([
    "npm warn EBADENGINE Unsupported engine { package: '@angular/cli@22.2.7' }",
    'npm WARN deprecated inflight@1.0.6: not supported',
    'npm notice New version of npm available',
    'npm http fetch GET 200 https://registry.example/rxjs 120ms',
    '',
  ])('say nothing to a person: %s', (line) => {
    expect(readNpmLine(line)).toEqual({ kind: 'noise' });
  });

  it('keep what went wrong', () => {
    expect(readNpmLine('npm error code ENOTFOUND')).toEqual({ kind: 'log', text: 'npm error code ENOTFOUND' });
  });
});

describe('the count of packages', () => {
  it("leaves out other machines' packages", () => {
    const packages = {
      '': {},
      'node_modules/rxjs': {},
      'node_modules/@esbuild/linux-x64': { os: ['linux'], cpu: ['x64'] },
      'node_modules/@esbuild/darwin-x64': { os: ['darwin'], cpu: ['x64'] },
      'node_modules/@parcel/watcher-linux-x64-musl': { os: ['linux'], cpu: ['x64'], libc: ['musl'] },
    };
    expect(countPackages({ packages }, { platform: 'linux', arch: 'x64', libc: 'glibc' })).toBe(2);
  });
});
