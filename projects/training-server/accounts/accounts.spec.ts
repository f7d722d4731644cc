import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openDatabase } from '../storage/database';
import { NotStored } from '../storage/not-stored';
import { AccountStore } from './account-store';
import { Accounts, newAccounts } from './accounts';
import { Passwords, hashOf } from './passwords';

const passwords = new Passwords({ account: 'training', sip: 'phone', secret: 'a secret' });

function open(dir = mkdtempSync(join(tmpdir(), 'accounts-'))) {
  const database = openDatabase(dir);
  const store = new AccountStore(database);
  return { dir, database, store, accounts: new Accounts(store, passwords) };
}

const operator = (login: string, extension: string) => ({
  login,
  password: hashOf('her own'),
  live: true,
  fields: { RightID: 1, PersNumbers: [extension] },
});

describe('a new database', () => {
  it('has the accounts of the training', () => {
    const accounts = newAccounts();
    expect(accounts.logins('operator')).toHaveLength(20);
    expect(accounts.logins('supervisor')).toEqual(['supervisor1']);
    expect(accounts.logins('trainer')).toEqual(['trainer1', 'trainer2']);
    expect(accounts.logins('admin')).toEqual(['admin1']);
    expect(accounts.findByLogin('agent12')).toEqual({
      ...{ login: 'agent12', userId: 312, name: 'Vitalii Petrenko', role: 'operator' },
      ...{ extension: '1012', sipLogin: 'sip12', sipPassword: 'training' },
    });
    expect(accounts.findBySipLogin('sip12')).toBe(accounts.findByExtension('1012'));
    expect(accounts.findByExtension('')).toBeUndefined();
    expect(accounts.findBySipLogin('')).toBeUndefined();
  });

  it('takes the server’s password until a person gets one of their own', () => {
    const { store, accounts } = open();
    expect(accounts.isPassword('agent1', 'training')).toBe(true);
    const agent1 = store.agents().find(({ login }) => login === 'agent1');
    if (!agent1) throw new Error('no agent1');
    store.changeAgent({ ...agent1, password: hashOf('her own') });
    expect(accounts.isPassword('agent1', 'training')).toBe(false);
    expect(accounts.isPassword('agent1', 'her own')).toBe(true);
  });

  it('names those whose password was never changed, of people who may sign in', () => {
    const { store, accounts } = open();
    const logins = () => accounts.neverChanged().map(({ login }) => login);
    expect(logins()).toHaveLength(24);
    const [agent1, agent2] = store.agents();
    if (!agent1 || !agent2) throw new Error('no operators');
    store.changeAgent({ ...agent1, password: hashOf('her own') });
    store.changeAgent({ ...agent2, live: false });
    store.addAgent(operator('olha.new', '1021'));
    expect(logins()).toHaveLength(22);
    expect(logins()).not.toEqual(expect.arrayContaining(['agent1']));
    expect(logins()).not.toEqual(expect.arrayContaining(['agent2']));
    expect(logins()).not.toEqual(expect.arrayContaining(['olha.new']));
  });
});

describe('an account that is added', () => {
  it('is found at once, also by its extension of the pool', () => {
    const { store, accounts } = open();
    const id = store.addAgent(operator('olha.new', '1021'));
    expect(id).toBeGreaterThan(1000);
    expect(accounts.findByLogin('olha.new')).toMatchObject({ userId: id, name: 'olha.new', extension: '1021' });
    expect(accounts.findByExtension('1021')?.login).toBe('olha.new');
    expect(accounts.findBySipLogin('1021')?.login).toBe('olha.new');
  });

  it('stays over a restart, and so does what was removed', () => {
    const before = open();
    before.store.addAgent(operator('olha.new', '1021'));
    before.store.removeAgent(302);
    before.database.close();
    const after = open(before.dir);
    expect(after.accounts.findByLogin('olha.new')).toBeDefined();
    expect(after.accounts.findByLogin('agent2')).toBeUndefined();
    expect(after.accounts.findByLogin('agent3')).toBeDefined();
  });

  it('gets a password for the phone, which is not the own one and changes with it', () => {
    const { store, accounts } = open();
    const id = store.addAgent(operator('olha.new', '1021'));
    const phonePassword = () => {
      const account = accounts.findByLogin('olha.new');
      return account ? accounts.phonePassword(account) : '';
    };
    const first = phonePassword();
    expect(first).toHaveLength(64);
    expect(accounts.isPhonePassword('olha.new', first)).toBe(true);
    expect(accounts.isPhonePassword('olha.new', 'her own')).toBe(true);
    expect(accounts.isPassword('olha.new', first)).toBe(false);
    store.changeAgent({ id, ...operator('olha.new', '1021'), password: hashOf('another') });
    expect(accounts.isPhonePassword('olha.new', first)).toBe(false);
    expect(accounts.isPhonePassword('olha.new', phonePassword())).toBe(true);
  });

  it('is stored without its password', () => {
    const { database, store } = open();
    store.addAgent(operator('olha.new', '1021'));
    expect(JSON.stringify(database.prepare('SELECT * FROM agents').all())).not.toMatch(/her own|training/);
  });
});

it('an account that is logically deleted is not found, but has a name', () => {
  const { store, accounts } = open();
  const id = store.addAgent(operator('olha.new', '1021'));
  store.changeAgent({ id, ...operator('olha.new', '1021'), live: false });
  expect(accounts.findByLogin('olha.new')).toBeUndefined();
  expect(accounts.findByExtension('1021')).toBeUndefined();
  expect(accounts.findBySipLogin('1021')).toBeUndefined();
  // Its phone still belongs to it: a call that goes on needs its SIP messages.
  expect(accounts.ownerOf('1021')).toBe('olha.new');
  expect(accounts.ownerOf('1022')).toBeUndefined();
  expect(accounts.isPassword('olha.new', 'her own')).toBe(false);
  expect(accounts.isRetired('olha.new')).toBe(true);
  expect(accounts.isRetired('nobody')).toBe(false);
  expect(accounts.nameOf('olha.new')).toBe('olha.new');
});

it('a full disk is a NotStored, and nobody is added', () => {
  const database = new DatabaseSync(':memory:');
  const store = new AccountStore(database);
  const accounts = new Accounts(store, passwords);
  const { page_count: pages } = database.prepare('PRAGMA page_count').get() ?? {};
  database.exec(`PRAGMA max_page_count = ${String(pages)}`);
  const fill = () => {
    for (let count = 0; count < 1000; count++) store.addAgent(operator(`full.${count}`, '1021'));
  };
  expect(fill).toThrow(NotStored);
  expect(store.agents()).toHaveLength(accounts.logins('operator').length + 4);
});
