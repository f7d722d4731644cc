import { type ModuleWithProviders, NgModule } from '@angular/core';
import type { MediatelConfig } from 'mediatel-lib/ports';
import { provideMediatel } from './provide-mediatel';
import type { MediatelFeature } from './with-supervisor-feed';

/**
 * For hosts made of NgModules. `MediatelModule.forRoot(config)` provides the same as `provideMediatel(config)`. It
 * declares nothing.
 */
@NgModule()
export class MediatelModule {
  /** Provides the library. Parameters and errors are those of `provideMediatel`. */
  static forRoot(config: MediatelConfig, ...features: readonly MediatelFeature[]): ModuleWithProviders<MediatelModule> {
    return { ngModule: MediatelModule, providers: [provideMediatel(config, ...features)] };
  }
}
