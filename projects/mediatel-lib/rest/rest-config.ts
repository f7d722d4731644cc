import { InjectionToken } from '@angular/core';

/** Where Mediatel's HTTP services are. Requests carry the browser's cookies (`VouchCookie`). */
export interface MediatelRestConfig {
  /** The REST API with its version, such as `https://mediatel.example/v1`. Default `/v1`. */
  readonly apiUrl: string;
  /** Where recordings are, such as `https://mediatel.example/records/mediatel-record`. Default `/records/mediatel-record`. */
  readonly recordingsUrl: string;
}

/** `{ provide: MEDIATEL_REST_CONFIG, useValue: { apiUrl, recordingsUrl } }`; the clients use the host's `provideHttpClient()`. */
export const MEDIATEL_REST_CONFIG = new InjectionToken<MediatelRestConfig>('MEDIATEL_REST_CONFIG', {
  providedIn: 'root',
  factory: () => ({ apiUrl: '/v1', recordingsUrl: '/records/mediatel-record' }),
});
