import '@angular/compiler';
import { Injector } from '@angular/core';
import { createApplication } from '@angular/platform-browser';
import { MEDIATEL_CONFIG, resolveConfig } from 'mediatel-lib/ports';
import { parseScreenPop } from 'mediatel-lib/protocol';
import { SCREEN_POP_HANDLER } from 'mediatel-lib/store';

declare global {
  interface Window {
    /** Raises the page that a `webServer` names, as the library does for a call. */
    raise(webServer: string): void;
  }
}

const config = resolveConfig({
  account: () => Promise.reject(new Error('nobody signs in here')),
  screenPopHosts: ['crm.example', 'local.example:8443', '*.cards.example'],
});
const application = await createApplication({ providers: [{ provide: MEDIATEL_CONFIG, useValue: config }] });
const handler = application.injector.get(Injector).get(SCREEN_POP_HANDLER);

window.raise = (webServer) => {
  const parsed = parseScreenPop(webServer);
  handler?.({
    callTraceID: '1',
    callNumber: 1,
    callCustomerID: null,
    ani: null,
    queueName: null,
    crmConnectTarget: null,
    crmConnectType: null,
    page: parsed.ok ? parsed.pop : null,
  });
};
