import { expect } from '@playwright/test';
import { measured } from '../faults/measured';
import { answer, event, eventsOf, heardTheTone, listen, registration } from '../softphone-steps';
import { ready, test } from './interop';

for (const [hangsUp, scenario] of [
  ['operator', 'hears-bye'],
  ['server', 'sends-bye'],
] as const) {
  test(`a call outlives its SIP server; a BYE from the ${hangsUp} ends it`, async ({ page, server, signIn, call }) => {
    await signIn();
    await ready(page);
    const customer = await call(scenario);
    const { audio } = customer;
    const callId = await answer(page);
    await customer.tells('answered');
    await heardTheTone(page);
    await audio.hearsTheBeep();

    const before = (await eventsOf(page, 'registrationChanged')).length;
    const eventsBefore = await page.evaluate(() => window.page.events.length);
    await server.stop();
    await registration(page, 'waiting', eventsBefore);
    audio.forget();
    await listen(page);
    await audio.hearsTheBeep();

    await server.start();
    const back = performance.now();
    await registration(page, 'registered', eventsBefore);
    measured('registered again after the server was back', performance.now() - back, 5000);
    expect((await eventsOf(page, 'registrationChanged')).length).toBeGreaterThan(before);
    audio.forget();
    await listen(page);
    await audio.hearsTheBeep();
    expect(await eventsOf(page, 'ended')).toEqual([]);

    if (hangsUp === 'operator')
      await page.evaluate((id) => window.page.softphone.execute({ type: 'hangUp', callId: id }), callId);
    else customer.goOn();
    expect(await event(page, 'ended')).toMatchObject({ by: hangsUp, answered: true });
    expect(await customer.verdict()).toBe(0);
  });
}
