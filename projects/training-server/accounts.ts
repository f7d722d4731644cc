/** What an account may do. An operator takes calls. A supervisor watches, a trainer teaches; both take no calls. */
type Role = 'operator' | 'supervisor' | 'trainer';

/**
 * A person who may sign in.
 *
 * The documents disagree whether the SIP login is the extension or a login of its own. So half of the accounts have
 * three different values for login, extension and SIP login.
 */
export interface Account {
  readonly login: string;
  readonly password: string;
  /** The cookie's claim `userID` and the snapshot's `agentId`. */
  readonly userId: number;
  readonly name: string;
  /** Empty for people without a phone. */
  readonly extension: string;
  readonly sipLogin: string;
  readonly sipPassword: string;
  readonly role: Role;
}

export const sipRealm = 'training.local';

// Read here and not with the rest of the environment, because accounts are needed before anything is configured. Set it
// if the server is reachable from outside the classroom.
const password = process.env['ACCOUNT_PASSWORD'] || 'training';
const sipPassword = process.env['SIP_PASSWORD'] || password;

const names = [
  'Olena Kovalenko',
  'Andriy Shevchenko',
  'Iryna Bondarenko',
  'Dmytro Tkachenko',
  'Kateryna Melnyk',
  'Oleksandr Kravchenko',
  'Yuliia Oliinyk',
  'Serhii Lysenko',
  'Tetiana Moroz',
  'Maksym Savchenko',
  'Nataliia Rudenko',
  'Vitalii Petrenko',
  'Oksana Klymenko',
  'Roman Pavlenko',
  'Anna Kravets',
  'Ihor Vasylenko',
  'Svitlana Marchenko',
  'Pavlo Levchenko',
  'Mariia Hnatiuk',
  'Bohdan Sydorenko',
];

function operator(name: string, index: number): Account {
  const number = index + 1;
  const extension = String(1000 + number);
  return {
    login: `agent${number}`,
    password,
    userId: 300 + number,
    name,
    extension,
    sipLogin: number <= 10 ? extension : `sip${number}`,
    sipPassword,
    role: 'operator',
  };
}

/** A person without a phone. */
const withoutPhone = (role: Role, login: string, userId: number, name: string): Account => ({
  login,
  password,
  userId,
  name,
  extension: '',
  sipLogin: '',
  sipPassword: '',
  role,
});

/** All accounts of a training. */
export const accounts: readonly Account[] = [
  ...names.map(operator),
  withoutPhone('supervisor', 'supervisor1', 401, 'Halyna Ostapenko'),
  withoutPhone('trainer', 'trainer1', 501, 'Larysa Honchar'),
  withoutPhone('trainer', 'trainer2', 502, 'Taras Bilyk'),
];

export function findByLogin(login: string): Account | undefined {
  return accounts.find((account) => account.login === login);
}

/** A function of `SipAccounts`. @public */
export function findByExtension(extension: string): Account | undefined {
  return extension === '' ? undefined : accounts.find((account) => account.extension === extension);
}

/** A function of `SipAccounts`. @public */
export function findBySipLogin(sipLogin: string): Account | undefined {
  return sipLogin === '' ? undefined : accounts.find((account) => account.sipLogin === sipLogin);
}
