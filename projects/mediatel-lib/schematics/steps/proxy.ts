import type { JsonObject } from '@angular-devkit/core';
import { type Rule, type Tree, noop } from '@angular-devkit/schematics';
import { type TargetDefinition, updateWorkspace } from '@schematics/angular/utility';
import { JSONFile } from '@schematics/angular/utility/json-file';
import type { Host } from '../host/host';
import type { Notes } from '../kit/notes';

/** Where the dev server sends each path. */
type ProxyEntries = Readonly<Record<string, JsonObject>>;

/** The three paths of Mediatel and its SIP server. */
const entriesTo = (target: string): ProxyEntries => ({
  '/api': { target },
  '/mediatel/socket.io': { target, ws: true },
  '/ws': { target, ws: true },
});

/** Sends the three paths of `ng serve` to `target`. A proxy file of the host is completed, or left alone as a whole. */
export function addProxy(host: Host, target: string, notes: Notes): Rule {
  return (tree) => {
    const entries = entriesTo(target);
    const leave = (why: string): Rule => {
      notes.leave(why, 'The dev server has to send on:', ...JSON.stringify(entries, null, 2).split('\n'));
      return noop();
    };
    const serve = host.project.targets.get('serve');
    if (serve === undefined) return leave(`${host.name} has no target serve`);
    const named = proxyOf(serve);
    const path = named ?? `${host.project.root === '' ? '' : `${host.project.root}/`}proxy.conf.json`;
    if (tree.exists(path)) {
      const why = unfit(tree, path, entries);
      if (why !== null) return leave(why);
    } else if (named !== null) return leave(`The proxy file ${path} is not found`);
    if (complete(tree, path, entries)) notes.did(`${path}: /api, /mediatel/socket.io and /ws lead to ${target}`);
    if (named !== null) return noop();
    notes.did(`angular.json: the proxy ${path} of ng serve`);
    return updateWorkspace(({ projects }) => {
      const options = (projects.get(host.name)!.targets.get('serve')!.options ??= {});
      options['proxyConfig'] = path;
    });
  };
}

/** The proxy file of a target. A configuration's own comes before that of the options, as for the dev server. */
function proxyOf({ options, configurations, defaultConfiguration }: TargetDefinition): string | null {
  const ofDefault = configurations?.[defaultConfiguration ?? 'development']?.['proxyConfig'];
  const path = ofDefault ?? options?.['proxyConfig'];
  return typeof path === 'string' ? path : null;
}

/** Why a proxy file can't take the entries; `null` if it can. */
function unfit(tree: Tree, path: string, entries: ProxyEntries): string | null {
  if (!path.endsWith('.json')) return `The proxy file ${path} is code`;
  const present: unknown = new JSONFile(tree, path).get([]);
  if (typeof present !== 'object' || present === null || Array.isArray(present)) {
    return `The proxy file ${path} is a list`;
  }
  const fields = present as Readonly<Record<string, unknown>>;
  const taken = Object.entries(entries)
    .filter(([key, entry]) => key in fields && !leadsTo(fields[key], entry))
    .map(([key]) => key);
  return taken.length === 0 ? null : `The proxy file ${path} sends ${taken.join(', ')} elsewhere`;
}

/** Whether a host's entry has the same target. It may have further options. */
function leadsTo(present: unknown, entry: JsonObject): boolean {
  if (typeof present !== 'object' || present === null) return false;
  return Object.entries(entry).every(([name, value]) => (present as Readonly<Record<string, unknown>>)[name] === value);
}

/** Adds the entries that are missing. Comments stay. Returns whether the file changed. */
function complete(tree: Tree, path: string, entries: ProxyEntries): boolean {
  if (!tree.exists(path)) {
    tree.create(path, `${JSON.stringify(entries, null, 2)}\n`);
    return true;
  }
  const before = tree.readText(path);
  const file = new JSONFile(tree, path);
  for (const [key, entry] of Object.entries(entries)) {
    if (file.get([key]) === undefined) file.modify([key], entry, false);
  }
  return tree.readText(path) !== before;
}
