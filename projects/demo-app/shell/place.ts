import type { IconName } from '../kit/icons';
import type { Role } from '../session/user';

/** A place of the navigation. Its words are in `shell.words.ts`. */
interface Place {
  readonly path: string;
  readonly name: 'customers' | 'training' | 'team' | 'trainees' | 'class' | 'accounts';
  readonly icon: IconName;
}

export type PlaceName = Place['name'];

const customers: Place = { path: '/customers', name: 'customers', icon: 'people' };
const training: Place = { path: '/training', name: 'training', icon: 'training' };
const team: Place = { path: '/supervisor', name: 'team', icon: 'board' };
const trainees: Place = { path: '/trainer', name: 'trainees', icon: 'training' };
const classPlace: Place = { path: '/training/class', name: 'class', icon: 'board' };
const accounts: Place = { path: '/admin', name: 'accounts', icon: 'people' };

/** The places that each role sees, in their order. */
export const placesOf: Readonly<Record<Role, readonly Place[]>> = {
  operator: [customers, training],
  supervisor: [team, customers],
  trainer: [trainees, classPlace, customers],
  admin: [accounts],
};
