export { fakeAccount } from './fake-account';
export { FakeAgentConnection } from './fake-agent-connection';
export { FakeClock } from './fake-clock';
export { FakeSoftphone } from './fake-softphone';
export { provideFakePorts } from './provide-fake-ports';
export { StoreHarness } from './store-harness';
export { snapshotOf, wireSnapshot } from './wire-snapshot';
export type { WireSnapshot } from './wire-snapshot';
