import type { Contact } from './contact';

/** Whether every word typed is found in the contact, or the digits typed in one of its numbers, whatever stands between. */
export function matches(contact: Contact, query: string): boolean {
  const text = query.trim().toLocaleLowerCase();
  if (text === '') return true;
  const digits = text.replace(/\D/g, '').replace(/^(?:3?8)?0/, '0');
  const isNumber = digits.length >= 3 && /^[\d\s()+-]+$/.test(text);
  if (isNumber && contact.phones.some((phone) => phone.includes(digits))) return true;
  const haystack = [contact.name, contact.id, contact.contract, contact.city, contact.email, contact.product]
    .join(' ')
    .toLocaleLowerCase();
  return text.split(/\s+/).every((word) => haystack.includes(word));
}
