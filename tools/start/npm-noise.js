/** @typedef {{ kind: 'package' } | { kind: 'noise' } | { kind: 'log', text: string }} NpmLine */

/**
 * The meaning of a line of `npm install --loglevel=http`.
 *
 * Packages that need a newer Node than the machine's are expected (EBADENGINE): they run on the Node of the packages.
 *
 * @param {string} line
 * @returns {NpmLine}
 */
export function readNpmLine(line) {
  const text = line.trimEnd();
  if (/^npm http (fetch GET 200 .*\.tgz\b|cache .*\.tgz\b)/.test(text)) return { kind: 'package' };
  if (text.trim() === '' || /^npm (http|warn|WARN|notice|info|verb|timing)\b/.test(text)) return { kind: 'noise' };
  return { kind: 'log', text };
}

/**
 * How many packages of the lock file are for a machine like this one; a rough figure, for a progress line.
 *
 * @param {{ packages?: Record<string, { os?: string[], cpu?: string[], libc?: string[] }> }} lock
 * @param {{ platform: string, arch: string, libc: string }} machine
 */
export function countPackages(lock, machine) {
  return Object.entries(lock.packages ?? {}).filter(
    ([path, { os, cpu, libc }]) =>
      path !== '' &&
      (!os || os.includes(machine.platform)) &&
      (!cpu || cpu.includes(machine.arch)) &&
      (!libc || libc.includes(machine.libc)),
  ).length;
}
