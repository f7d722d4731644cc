import { customerIdOf } from './customer-directory';

describe('a customer', () => {
  it('has one id, however the number is dialled', () => {
    expect(customerIdOf('+380661234501')).toBe(customerIdOf('0661234501'));
    expect(customerIdOf('380661234501')).toBe(customerIdOf('0661234501'));
    expect(customerIdOf('0661234502')).not.toBe(customerIdOf('0661234501'));
  });

  it('keeps it: a CRM has stored it', () => {
    expect(customerIdOf('0661234501')).toBe('39335108');
  });
});
