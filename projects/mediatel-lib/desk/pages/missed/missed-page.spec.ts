import { TestBed } from '@angular/core/testing';
import { MissedCallActions, type MissedReason } from 'mediatel-lib/store';
import { StoreHarness } from 'mediatel-lib/testing';
import { MediatelIntl, mediatelLanguages } from 'mediatel-lib/ui';
import { MissedPage } from './missed-page';
import { deskPageProviders } from '../page-loaders';

async function card(reason: MissedReason, language: 'en' | 'uk' | 'ru' = 'en'): Promise<HTMLElement> {
  const store = new StoreHarness({}, [deskPageProviders]);
  const intl = TestBed.inject(MediatelIntl);
  await intl.setLanguage(language);
  await intl.loadViews();
  const missed = {
    id: 1,
    reason,
    number: '0661234501',
    queueName: 'DM_MFO_1',
    callTraceID: '7',
    forcePause: false,
    missedAt: 0,
  };
  store.dispatch(MissedCallActions.callMissed({ missed }));
  const fixture = TestBed.createComponent(MissedPage);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

/** Every reason. A new one does not compile until its card is listed here. */
const reasons: { readonly [K in MissedReason['kind']]: readonly [Extract<MissedReason, { kind: K }>, string, string] } =
  {
    'not-registered': [
      { kind: 'not-registered', sipStatus: 403, detail: 'Forbidden' },
      'Your phone was not registered, so nothing could ring.',
      'SIP 403 Forbidden',
    ],
    'sip-connection-lost': [
      { kind: 'sip-connection-lost', detail: 'closed (1006)' },
      'The line to the phone server was gone when the call came.',
      'closed (1006)',
    ],
    'no-microphone': [
      { kind: 'no-microphone', failure: 'denied' },
      'Your microphone was not ready, so the call was refused.',
      'Allow and plug in the microphone, then check the sound.',
    ],
    busy: [{ kind: 'busy' }, 'It came while you were in another call.', 'Nothing to do.'],
    'not-answered': [
      { kind: 'not-answered', ringDurationMs: 19_600 },
      'It rang for 20 s without an answer.',
      'Answer sooner',
    ],
    'caller-gave-up': [
      { kind: 'caller-gave-up', ringDurationMs: 3000 },
      'It rang for 3 s, then the customer hung up.',
      '',
    ],
    'answered-elsewhere': [{ kind: 'answered-elsewhere' }, 'Another device with your extension answered it.', ''],
    'tab-asleep': [
      { kind: 'tab-asleep', sleepDurationMs: 64_000 },
      'The browser had put this tab to sleep for 64 s.',
      '',
    ],
    'not-connected': [{ kind: 'not-connected' }, 'There was no connection to Mediatel at that moment.', ''],
    'never-rang': [{ kind: 'never-rang' }, 'Mediatel says that nobody answered, but nothing rang here.', ''],
  };

describe('MissedPage', () => {
  it.each(Object.values(reasons))('has a card for %j', async (reason, why, more) => {
    const element = await card(reason);
    expect(element.textContent).toContain(why);
    expect(element.querySelector('details')?.textContent).toContain(more);
    expect(element.querySelector('details p')?.textContent).not.toBe('');
  });

  it.each(mediatelLanguages)('has a different text for each reason in $name', async ({ tag }) => {
    const element = await card({ kind: 'busy' }, tag);
    const { why, todo } = TestBed.inject(MediatelIntl).viewLabels().missed;
    expect(element.textContent).toContain(why.busy(1));
    const words = Object.values(reasons).map(([{ kind }]) => why[kind](9));
    expect(new Set(words).size).toBe(words.length);
    expect(Object.values(reasons).every(([{ kind }]) => todo[kind] !== '')).toBe(true);
  });
});
