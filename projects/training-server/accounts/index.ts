export { type Account, roles, sipRealm } from './account';
export { AccountStore, type AgentRow, type ExtensionRow, type Fields } from './account-store';
export { Accounts, extensionOf, newAccounts, roleOf, sipLoginOf } from './accounts';
export { CurrentCookie } from './current-cookie';
export { Passwords, hashOf } from './passwords';
export { seeds } from './seeds';
