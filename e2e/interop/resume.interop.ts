import { expect } from '@playwright/test';
import { measured } from '../faults/measured';
import { answer, event, eventsOf, heardTheTone, listen } from '../softphone-steps';
import { ready, test } from './interop';
import { heardBothWays, ways } from './resumed-call';
import { storedCall } from '../stored-of-account';

for (const { found, gruu, details } of ways)
  test.describe(`found by ${found}`, details, () => {
    test.use({ gruu });

    test('a call goes on after three reloads; the operator hangs up', async ({ page, signIn, call }) => {
      await signIn();
      await ready(page);
      const customer = await call('resumed');
      const callId = await answer(page);
      await customer.tells('answered');
      await heardTheTone(page);
      await heardBothWays(page, customer);

      for (const reload of [1, 2, 3]) {
        customer.audio.forget();
        await customer.audio.hearsTheBeep();
        await signIn();
        expect(await event(page, 'resumed')).toMatchObject({
          callId,
          callerNumber: '0661234501',
          callerName: 'DM_MFO_1',
        });
        await heardTheTone(page);
        await listen(page);
        measured(`reload ${reload}: the customer’s longest gap`, customer.audio.longestGap, 1500);
        await heardBothWays(page, customer);
        expect(await eventsOf(page, 'ended')).toEqual([]);
      }

      await page.evaluate((id) => window.page.softphone.execute({ type: 'hangUp', callId: id }), callId);
      expect(await event(page, 'ended')).toMatchObject({ by: 'operator', answered: true });
      expect(await customer.verdict()).toBe(0);
      expect(await storedCall(page)).toBeNull();
    });

    test('a resumed call is ended by the customer', async ({ page, signIn, call }) => {
      await signIn();
      await ready(page);
      const customer = await call('resumed-sends-bye');
      await answer(page);
      await customer.tells('answered');
      await heardTheTone(page);
      await signIn();
      await customer.tells('renewed');
      await heardTheTone(page);
      await heardBothWays(page, customer);
      customer.goOn();
      expect(await event(page, 'ended')).toMatchObject({ by: 'server', answered: true });
      expect(await customer.verdict()).toBe(0);
      expect(await storedCall(page)).toBeNull();
    });
  });
