import type { InEveryLanguage } from '../kit/page-language';
import type { Role } from './user';

/** The names of the roles. */
export const roleWords: InEveryLanguage<Readonly<Record<Role, string>>> = {
  en: { operator: 'operator', supervisor: 'supervisor', trainer: 'trainer', admin: 'administrator' },
  uk: { operator: 'оператор', supervisor: 'супервізор', trainer: 'тренер', admin: 'адміністратор' },
  ru: { operator: 'оператор', supervisor: 'супервизор', trainer: 'тренер', admin: 'администратор' },
};
