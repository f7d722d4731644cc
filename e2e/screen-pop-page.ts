import '@angular/compiler';
import { Injector } from '@angular/core';
import { createApplication } from '@angular/platform-browser';
import { MEDIATEL_CONFIG, resolveConfig } from 'mediatel-lib/ports';
import { parseScreenPop } from 'mediatel-lib/protocol';
import { MEDIATEL_SCREEN_POP_HANDLER, type ScreenPopOutcome } from 'mediatel-lib/store';

declare global {
  interface Window {
    /** Opens the page that a `webServer` names, as the library does for a call. */
    raise(webServer: string): ScreenPopOutcome;
  }
}

const config = resolveConfig({
  account: () => Promise.reject(new Error('nobody signs in here')),
  screenPopHosts: ['crm.example', 'local.example:8443', '*.cards.example'],
});
const application = await createApplication({ providers: [{ provide: MEDIATEL_CONFIG, useValue: config }] });
const handler = application.injector.get(Injector).get(MEDIATEL_SCREEN_POP_HANDLER);

window.raise = (webServer) => {
  const parsed = parseScreenPop(webServer);
  const outcome = handler?.({
    callTraceID: '1',
    callNumber: 1,
    callCustomerID: null,
    ani: null,
    queueName: null,
    crmConnectTarget: null,
    crmConnectType: null,
    page: parsed.ok ? parsed.pop : null,
  });
  if (outcome === undefined) throw new Error('the library’s own handler returned no outcome');
  return outcome;
};

const show = (webServer: string): void => {
  document.title = window.raise(webServer);
};

/** By a click, as an operator does. */
const button = document.body.appendChild(document.createElement('button'));
const text = document.body.appendChild(document.createElement('textarea'));
button.textContent = 'Raise';
button.addEventListener('click', () => show(text.value));

/** Without a click, as a snapshot does: everything that a test evaluates in a page counts as a click. */
const wanted = new URL(location.href).searchParams.get('raise');
if (wanted !== null) show(wanted);
