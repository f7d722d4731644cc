import { loginRanges } from './login-ranges';

it.each([
  [[], ''],
  [['agent2'], 'agent2'],
  [['agent2', 'agent3'], 'agent2, agent3'],
  [['agent2', 'agent3', 'agent4', 'trainer2'], 'agent2 … agent4, trainer2'],
  [['agent2', 'agent4', 'agent5', 'agent6'], 'agent2, agent4 … agent6'],
  [['olha', 'petro'], 'olha, petro'],
])('%j are written as “%s”', (logins, text) => {
  expect(loginRanges(logins)).toBe(text);
});
