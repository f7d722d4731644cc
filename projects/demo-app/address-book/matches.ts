import type { Contact } from './contact';

/** Whether the contact has every typed word, or one of its numbers has the typed digits. Other characters are ignored. */
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
