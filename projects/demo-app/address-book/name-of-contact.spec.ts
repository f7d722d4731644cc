import { nameOfContact } from './name-of-contact';

it.each([
  ['the name', { name: ' Olena ', phones: ['+380661234501'], id: '7' }, 'Olena'],
  [
    'the first number without a name',
    { name: ' ', phones: ['+380661234501', '+380661234502'], id: '7' },
    '+380 66 123 45 01',
  ],
  ['the customer id without both', { name: '', phones: [], id: '7' }, '7'],
])('a contact is shown by %s', (_, contact, shown) => {
  expect(nameOfContact(contact)).toBe(shown);
});
