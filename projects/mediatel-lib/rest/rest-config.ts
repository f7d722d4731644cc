import { InjectionToken } from '@angular/core';

/** Addresses of Mediatel's HTTP services. Requests carry the browser's cookies (`VouchCookie`). */
export interface MediatelRestConfig {
  /** Address of the REST API with its version, such as `https://mediatel.example/v1`. Default `/v1`. */
  readonly apiUrl: string;
  /**
   * Address of the recordings, such as `https://mediatel.example/records/mediatel-record`. Default
   * `/records/mediatel-record`.
   */
  readonly recordingsUrl: string;
}

/**
 * The addresses: `{ provide: MEDIATEL_REST_CONFIG, useValue: { apiUrl, recordingsUrl } }`. The clients use the host's
 * `provideHttpClient()`.
 */
export const MEDIATEL_REST_CONFIG = new InjectionToken<MediatelRestConfig>('MEDIATEL_REST_CONFIG', {
  providedIn: 'root',
  factory: () => ({ apiUrl: '/v1', recordingsUrl: '/records/mediatel-record' }),
});
