export { MediatelModule } from './mediatel-module';
export { provideMediatel } from './provide-mediatel';
export * from 'mediatel-lib/ports';
export * from 'mediatel-lib/protocol';
export * from 'mediatel-lib/store';
