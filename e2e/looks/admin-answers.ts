import type { MediatelAgent, MediatelExtension } from '../../projects/mediatel-lib/rest';
import type { StillAnswer } from './still-server';

const operators = [
  ['agent1', 'Olena Kovalenko', '1001'],
  ['agent2', 'Andriy Shevchenko', '1002'],
  ['agent3', 'Iryna Bondarenko-Shevchuk', ''],
  ['agent11', 'Maksym Tkachenko', '1011'],
  ['agent12', 'anastasiia.kostiantynivska@crm.example', '1012'],
] as const;

const agents: readonly MediatelAgent[] = [
  ...operators.map(([Login, Details, extension], i): MediatelAgent => ({
    ...{ ID: i + 1, Login, Details, Domain: 'banks', RightID: 1, State: i === 2 ? 0 : 1 },
    PersNumbers: extension === '' ? [] : [extension],
    ClientApp: { AutoAnswer: { Time: 1500 }, ShowPopupPause: true },
  })),
  { ID: 21, Login: 'supervisor1', Details: 'Halyna Ostapenko', Domain: 'banks', RightID: 2, State: 1 },
  { ID: 22, Login: 'trainer1', Details: 'Oksana Bilyk', Domain: 'banks', RightID: 3, State: 1 },
  { ID: 23, Login: 'admin1', Details: 'Taras Melnyk', Domain: 'banks', RightID: 4, State: 1 },
];
const extensions: readonly MediatelExtension[] = ['1001', '1002', '1011', '1012', '1013', '1014'].map((number, i) => ({
  ...{ E_ID: i + 1, E_Extension: number, E_Description: i % 2 ? '' : 'Room 1, by the door' },
}));

/** An answer of the REST API. */
export const resultOf = (result: readonly unknown[]): StillAnswer => ({ json: { error: { code: 200 }, result } });
/** A refusal of the REST API. */
export const refusalOf = (code: number, id: number, message: string): StillAnswer => ({
  status: code,
  json: { error: { code, id, message }, result: [] },
});

/** Eight accounts and six extensions. */
export const directory = {
  'GET /v1/agents': resultOf(agents),
  'GET /v1/extensions': resultOf(extensions),
  'GET /v1/agents/4': resultOf(agents.filter(({ ID }) => ID === 4)),
} as const;
