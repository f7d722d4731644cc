import type { Role } from './account';

/** An account that a new database contains. Its password is the server's `ACCOUNT_PASSWORD`. */
export interface Seed {
  readonly login: string;
  readonly userId: number;
  readonly name: string;
  readonly extension: string;
  readonly sipLogin: string;
  readonly role: Role;
  /** The API's `Domain`. */
  readonly domain: string;
}

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

function operator(name: string, index: number): Seed {
  const number = index + 1;
  const extension = String(1000 + number);
  return {
    login: `agent${number}`,
    userId: 300 + number,
    name,
    extension,
    sipLogin: number <= 10 ? extension : `sip${number}`,
    role: 'operator',
    domain: number <= 10 ? 'Banks' : 'Loans',
  };
}

/** A person without a phone. */
const withoutPhone = (role: Role, login: string, userId: number, name: string): Seed => ({
  login,
  userId,
  name,
  extension: '',
  sipLogin: '',
  role,
  domain: '',
});

/** All accounts of a new database. */
export const seeds: readonly Seed[] = [
  ...names.map(operator),
  withoutPhone('supervisor', 'supervisor1', 401, 'Halyna Ostapenko'),
  withoutPhone('trainer', 'trainer1', 501, 'Larysa Honchar'),
  withoutPhone('trainer', 'trainer2', 502, 'Taras Bilyk'),
  withoutPhone('admin', 'admin1', 601, 'Bohdana Yurchenko'),
];

/** Extensions prepared for operators to come. */
export const pool: readonly string[] = Array.from({ length: 20 }, (_, index) => String(1021 + index));
