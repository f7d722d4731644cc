import { generatedPassword } from './generated-password';

it('passwords are long, easy to read out, and never the same', () => {
  const passwords = Array.from({ length: 200 }, generatedPassword);
  expect(new Set(passwords).size).toBe(200);
  for (const password of passwords) expect(password).toMatch(/^[a-hjkmnp-zA-HJ-NP-Z2-9]{14}$/);
});
