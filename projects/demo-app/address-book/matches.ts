import type { Contact } from './contact';
import { productWords } from './product.words';

/**
 * Whether the contact has every typed word, or one of its numbers has the typed digits. Other characters are
 * ignored. A product is found by its name in every language.
 */
export function matches(contact: Contact, query: string): boolean {
  const text = query.trim().toLocaleLowerCase();
  if (text === '') return true;
  const digits = text.replace(/\D/g, '').replace(/^(?:3?8)?0/, '0');
  const isNumber = digits.length >= 3 && /^[\d\s()+-]+$/.test(text);
  if (isNumber && contact.phones.some((phone) => phone.includes(digits))) return true;
  const products = Object.values(productWords).map((words) => words[contact.product]);
  const haystack = [contact.name, contact.id, contact.contract, contact.city, contact.email, ...products]
    .join(' ')
    .toLocaleLowerCase();
  return text.split(/\s+/).every((word) => haystack.includes(word));
}
