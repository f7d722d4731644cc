import { agentCommands, isKnownState } from 'mediatel-lib/protocol';
import type { Observations } from '../observe/observations';
import { type Claim, type Finding, judged, notSeen } from './claim';
import { type ReadSnapshot, readSnapshots } from './read-snapshots';
import { alwaysSeen, documentedStatus, formOf, nothingLoggedOut, sameValue, seenForms } from './snapshot-fields';

/** Checks each snapshot and joins the faults. */
const eachSnapshot =
  (faultsOf: (snapshot: ReadSnapshot) => readonly string[]) =>
  (seen: Observations): Finding =>
    seen.snapshots.length === 0 ? notSeen('no snapshot came') : judged(readSnapshots(seen).flatMap(faultsOf));

/** Claims about each snapshot by itself. */
export const snapshotClaims: readonly Claim[] = [
  {
    id: 'snapshot.state',
    sentence: 'Each snapshot is an object, and its state is a name',
    section: 3,
    mark: 'doc',
    check: eachSnapshot(({ decoded }) => (decoded ? [] : ['the decoder refuses a snapshot'])),
  },
  {
    id: 'snapshot.spelling',
    sentence: 'Each field is spelt as one of the documents spells it',
    section: 3,
    mark: 'seen',
    check: eachSnapshot(({ misspelt }) => misspelt),
  },
  {
    id: 'snapshot.fields',
    sentence: 'The library knows each field',
    section: 3,
    mark: 'seen',
    check: eachSnapshot(({ unknown }) => unknown.map((name) => `${name} is not known`)),
  },
  {
    id: 'snapshot.types',
    sentence: 'The decoder can read each field',
    section: 3,
    mark: 'seen',
    check: eachSnapshot(({ unread }) => unread),
  },
  {
    id: 'snapshot.forms',
    sentence: 'Texts, numbers and flags have the JSON type of the documented examples',
    section: 3,
    mark: 'seen',
    check: eachSnapshot(({ byName }) =>
      [...byName].flatMap(([name, value]) => {
        const [form, expected] = [formOf(value), seenForms[name as keyof typeof seenForms]];
        return form === null || form === expected ? [] : [`${name} is a ${form}, not a ${expected}`];
      }),
    ),
  },
  {
    id: 'snapshot.present',
    sentence: 'The fields of every documented example are in every snapshot',
    section: 3,
    mark: 'seen',
    check: eachSnapshot(({ byName }) =>
      alwaysSeen.filter((name) => !byName.has(name)).map((name) => `${name} is missing`),
    ),
  },
  {
    id: 'snapshot.nothing',
    sentence: 'When logged out, each field has its documented value for “nothing”',
    section: 3,
    mark: 'seen',
    check: (seen) => {
      const loggedOut = readSnapshots(seen).filter(({ decoded }) => decoded?.state === 'STATE_LOGOUT');
      if (loggedOut.length === 0) return notSeen('no snapshot of STATE_LOGOUT');
      return judged(
        loggedOut.flatMap(({ byName }) =>
          Object.entries(nothingLoggedOut)
            .filter(([name, value]) => byName.has(name) && !sameValue(byName.get(name), value))
            .map(([name]) => `${name} has another value for nothing`),
        ),
      );
    },
  },
  {
    id: 'snapshot.known-states',
    sentence: 'Each state is one of the documented states',
    section: 4,
    mark: 'seen',
    check: eachSnapshot(({ decoded }) => (decoded && !isKnownState(decoded.state) ? [`${decoded.state}`] : [])),
  },
  {
    id: 'snapshot.status',
    sentence: 'Each state has its documented status',
    section: 4,
    mark: 'seen',
    check: eachSnapshot(({ decoded }) => {
      const expected = decoded && isKnownState(decoded.state) ? documentedStatus[decoded.state] : null;
      return !decoded || expected === null || decoded.status === expected
        ? []
        : [`${decoded.state} has the status “${decoded.status}”`];
    }),
  },
  {
    id: 'snapshot.commands',
    sentence: 'Each available command is one of the known names',
    section: 5,
    mark: 'seen',
    check: eachSnapshot(({ decoded }) =>
      (decoded?.availableCommand ?? [])
        .filter((name) => !agentCommands.some((known) => known === name))
        .map((name) => `the command ${name}`),
    ),
  },
];
