import { moved } from './moved';
import { renamed } from './renamed';

/** Where a name can be imported now. */
export interface Place {
  /** The entry point, such as `mediatel-lib/ports`. */
  readonly module: string;
  readonly name: string;
}

const places = new Map<string, string>(
  Object.entries(moved).flatMap(([from, targets]) =>
    Object.entries(targets).flatMap(([to, names]) => names.map((name): [string, string] => [`${from} ${name}`, to])),
  ),
);

/** Whether a module is the library or one of its entry points. */
export const isLibrary = (module: string): boolean => /^mediatel-lib(\/|$)/.test(module);

/** What to import instead of a name of 0.1. What did not change comes back as it is. */
export function newPlace(module: string, name: string): Place {
  const now = Object.hasOwn(renamed, name) ? renamed[name]! : name;
  return { module: places.get(`${module} ${now}`) ?? module, name: now };
}
