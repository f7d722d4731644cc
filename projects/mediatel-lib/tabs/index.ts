export { provideTabs } from './provide-tabs';
export type { TabPorts } from './tab-ports';
