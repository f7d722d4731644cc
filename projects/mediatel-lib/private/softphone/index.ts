export { provideJsSipSoftphone } from './provide-jssip-softphone';
export { JsSipSoftphone } from './jssip-softphone';
