import { formatNumber } from '../kit/format-number';
import type { Contact } from './contact';

/** The name of a contact as it is shown. Without one, the first number stands for it, or else the customer id. */
export const nameOfContact = ({ name, phones: [first], id }: Pick<Contact, 'name' | 'phones' | 'id'>): string =>
  name.trim() || (first === undefined ? id : formatNumber(first));
