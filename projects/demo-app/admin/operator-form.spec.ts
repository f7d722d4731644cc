import { changeOf, formOf } from './operator-form';

const agent = {
  ...{ ID: 7, Login: 'olha.koval', Details: 'o@crm.example', PersNumbers: ['1021', '0661234567'] },
  ClientApp: { AutoAnswer: { Inbound: false, Time: 500 }, ClericalReminder: 40, StartURL: 'x' },
};

it('a form shows what is stored, and the desk’s own values for the rest', () => {
  expect(formOf(agent)).toEqual({
    ...{ login: 'olha.koval', details: 'o@crm.example', extension: '1021' },
    ...{ inbound: false, predictive: true, manual: true, other: true, popupPause: false },
    ...{ delay: '500', clericalReminder: '40', dialOut: '0' },
  });
  expect(formOf({ ID: 1, Login: 'a' })).toMatchObject({ extension: '', inbound: true, delay: '0' });
});

it('a form that is as stored changes nothing', () => {
  expect(changeOf(agent, formOf(agent))).toBeNull();
});

it.each([
  [{ login: 'olha.bondar ' }, { Login: 'olha.bondar' }],
  [{ details: '' }, { Details: '' }],
  [{ extension: '1022' }, { PersNumbers: ['1022', '0661234567'] }],
  [{ extension: '' }, { PersNumbers: ['0661234567'] }],
  [{ inbound: true }, { ClientApp: { AutoAnswer: { Inbound: true } } }],
  [{ delay: '1 000' }, { ClientApp: { AutoAnswer: { Time: NaN } } }],
  [{ delay: '' }, { ClientApp: { AutoAnswer: { Time: 0 } } }],
  [{ clericalReminder: '30', popupPause: true }, { ClientApp: { ClericalReminder: 30, ShowPopupPause: true } }],
  [{ dialOut: '25' }, { ClientApp: { TimeForDialOut: 25 } }],
])('%j is sent as %j alone', (typed, change) => {
  expect(changeOf(agent, { ...formOf(agent), ...typed })).toEqual(change);
});
