export { provideTabs } from './provide-tabs';
export { TabConnection } from './tab-connection';
export { TabSoftphone } from './tab-softphone';
