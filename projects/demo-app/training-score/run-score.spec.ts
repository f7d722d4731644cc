import { jest } from '@jest/globals';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationRef, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { FlightRecorder } from 'mediatel-lib';
import { until } from 'test-kit';
import { MediatelRecordingPlayer } from 'mediatel-lib/ui';
import { entriesOf, phone, snapshot } from '../replay/incident/recording.fixture';
import { Session } from '../session/session';
import { RunScore } from './run-score';
import type { RunScoreAnswer } from './score-answers';

const answer: RunScoreAnswer = {
  run: {
    ...{
      id: 'r1',
      trainee: 'agent3',
      name: 'Iryna',
      hasFlight: false,
      scenario: 'hold',
      title: { en: 'Hold', uk: 'Утримання' },
    },
    ...{
      status: 'done',
      startedAt: Date.UTC(2026, 10, 29, 9),
      endedAt: Date.UTC(2026, 10, 29, 10),
      points: 10,
      of: 20,
    },
  },
  score: {
    ...{ run: 'r1', points: 10, of: 20 },
    findings: [
      {
        ...{ rule: 'greeting', verdict: 'met', traceId: '7', atMs: 1000, untilMs: 2000 },
        ...{ measured: 1, wanted: 3, points: 10, of: 10 },
      },
      {
        ...{ rule: 'deadAir', verdict: 'missed', traceId: '7', atMs: 12_400, untilMs: 19_000 },
        ...{ measured: 6.6, wanted: 5, points: 0, of: 10 },
      },
      {
        ...{ rule: 'greeting', verdict: 'unmeasured', traceId: null, atMs: null, untilMs: null },
        ...{ measured: null, wanted: 3, points: 0, of: 10, reason: 'noCall' },
      },
    ],
    calls: [
      {
        ...{ traceId: '7', durationMs: 40_000, holds: [{ fromMs: 20_000, toMs: 24_000 }] },
        operatorSpeech: [{ fromMs: 2000, toMs: 4000 }],
        customerSpeech: [{ fromMs: 5000, toMs: 12_000 }],
        marks: [{ atMs: 30_000, by: 'trainer1', note: 'Well said' }],
        levels: { everyMs: 10_000, operator: [50, 0, 0, 10], customer: [0, 80, 0, 0] },
      },
    ],
  },
};
const address = '/api/training/runs/r1/score';
/** An answer to `fetch`. */
const served = (status: number, text: string): Response =>
  ({ ok: status < 300, status, text: () => Promise.resolve(text) }) as Response;

/** A recording of a desk with this call, which talks for so long (ms). */
function reportOf(callTraceID: string, talkMs: number): string {
  const entries = entriesOf(
    [5000, snapshot('STATE_IDLE')],
    [8000, snapshot('STATE_CALL_DELIVERED', { callTraceID })],
    [8500, phone({ type: 'answered', callId: 'a', at: 8500 })],
    [8600, snapshot('STATE_CALL_ACTIVE', { callTraceID })],
    [8500 + talkMs, snapshot('STATE_CLERICAL', { callTraceID })],
  );
  return JSON.stringify({
    ...{ format: 'mediatel-flight', version: 2, library: '0.1.0', browser: 'x', numbersMasked: true, entries },
    ...{ operator: { user: 'agent3', extension: '1003' }, savedAt: { wall: 1_000_000, monotonic: 60_000 } },
  });
}

describe('the page of a score', () => {
  let page: HTMLElement;
  let server: HttpTestingController;
  let destroy: () => void;

  async function open(role = 'operator', login = 'agent3', report = ''): Promise<void> {
    TestBed.configureTestingModule({
      providers: [
        ...[provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
        { provide: FlightRecorder, useValue: { text: () => Promise.resolve(report) } },
        { provide: Session, useValue: { user: signal({ login, name: 'Iryna', role }) } },
      ],
    });
    const fixture = TestBed.createComponent(RunScore);
    fixture.componentRef.setInput('id', 'r1');
    fixture.detectChanges();
    page = fixture.nativeElement as HTMLElement;
    server = TestBed.inject(HttpTestingController);
    destroy = () => fixture.destroy();
  }
  const stable = () => TestBed.inject(ApplicationRef).whenStable();
  async function show(): Promise<void> {
    server.expectOne(address).flush(answer);
    await stable();
  }
  const text = (selector: string) => page.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? null;

  it('says each rule, what was measured and what is wanted', async () => {
    await open();
    await show();
    expect([text('h1'), text('.percent')]).toEqual(['Hold', '50 %']);
    expect(text('.counts')).toBe('1 met1 missed1 not measured');
    const lines = [...page.querySelectorAll('app-scored-call:first-of-type ol li')].map((line) =>
      line.textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(lines).toEqual([
      '1Greets the customerMet: 1 s wanted: within 3 s 10 / 10 0:01',
      '2Silence of bothMissed: 6.6 s wanted: at most 5 s 0 / 10 0:12',
    ]);
    expect(text('app-scored-call:last-of-type')).toContain('Calls that did not take place');
    expect(text('app-scored-call:last-of-type')).toContain('Not measured: the call did not take place');
  });

  it('opens the recording a second before the moment', async () => {
    const playFrom = jest.spyOn(MediatelRecordingPlayer.prototype, 'playFrom').mockResolvedValue();
    await open();
    await show();
    page.querySelector<HTMLButtonElement>('[aria-label="Listen from 0:12: Silence of both"]')!.click();
    expect(playFrom).toHaveBeenLastCalledWith(11.4);
    page.querySelector<HTMLButtonElement>('[aria-label="Listen from 0:30: Well said"]')!.click();
    expect(playFrom).toHaveBeenLastCalledWith(29);
    const slider = page.querySelector<HTMLInputElement>('input[type=range]')!;
    slider.value = '20';
    slider.dispatchEvent(new Event('change'));
    expect(playFrom).toHaveBeenLastCalledWith(20);
    await stable();
    expect(slider.getAttribute('aria-valuetext')).toBe('0:20');
  });

  describe('a line', () => {
    beforeEach(() => (globalThis.fetch ??= () => Promise.reject(new Error('no server'))));
    afterEach(() => jest.restoreAllMocks());

    /** Waits until the recording of the desk is read. */
    const lackShown = async (): Promise<string | null> => {
      await until(async () => {
        await stable();
        return text('.lack') !== null || deskLinks().length > 0;
      }, 'the page knows whether the desk was recorded');
      return text('.lack');
    };
    const deskLinks = () =>
      [...page.querySelectorAll<HTMLAnchorElement>('a.desk')].map((link) => [
        link.getAttribute('aria-label'),
        link.getAttribute('href'),
      ]);

    it('opens the replay of the desk at its moment, where this page has recorded it', async () => {
      await open('operator', 'agent3', reportOf('7', 15_000));
      await show();
      expect(await lackShown()).toBeNull();
      expect(deskLinks()).toEqual([
        ['Replay the desk from 0:01: Greets the customer', '/replay?call=7&at=1000'],
        ['Replay the desk from 0:12: Silence of both', '/replay?call=7&at=12400'],
      ]);
    });

    it('has no link past the end of the recording, and the page says so', async () => {
      await open('operator', 'agent3', reportOf('7', 5000));
      await show();
      expect(await lackShown()).toContain('The report of the desk ends before the call');
      expect(deskLinks()).toEqual([['Replay the desk from 0:01: Greets the customer', '/replay?call=7&at=1000']]);
    });

    it.each([
      ['of another call', 'operator', 'agent3', reportOf('8', 15_000), 'this tab has no report of the call'],
      ['of nothing', 'operator', 'agent3', '', 'this tab has no report of the call'],
      ['of a trainer', 'trainer', 'trainer1', reportOf('7', 15_000), 'the trainee’s tab sends it when a run ends'],
    ])('has no link where the recording is %s, and the page says why', async (_whose, role, login, report, why) => {
      const fetching = jest.spyOn(globalThis, 'fetch');
      await open(role, login, report);
      await show();
      expect(await lackShown()).toContain(why);
      expect(deskLinks()).toEqual([]);
      expect(fetching).not.toHaveBeenCalled();
    });

    it.each([
      ['a trainer', 'trainer', 'trainer1', ''],
      ['the trainee in another browser', 'operator', 'agent3', ''],
    ])('opens what the server keeps, for %s', async (_who, role, login, report) => {
      const fetching = jest.spyOn(globalThis, 'fetch').mockResolvedValue(served(200, reportOf('7', 15_000)));
      await open(role, login, report);
      server.expectOne(address).flush({ ...answer, run: { ...answer.run, hasFlight: true } });
      await stable();
      expect(await lackShown()).toBeNull();
      expect(fetching.mock.calls).toEqual([['/api/training/runs/r1/flight']]);
      expect(deskLinks().map(([, href]) => href)).toEqual([
        ...['/replay?call=7&at=1000&run=r1', '/replay?call=7&at=12400&run=r1'],
      ]);
    });

    it('has no link if the server does not give what it keeps', async () => {
      jest.spyOn(globalThis, 'fetch').mockResolvedValue(served(502, '{}'));
      await open('trainer', 'trainer1');
      server.expectOne(address).flush({ ...answer, run: { ...answer.run, hasFlight: true } });
      await stable();
      expect(await lackShown()).toContain('was not kept');
      expect(deskLinks()).toEqual([]);
    });

    it('opens the own recording rather than the server’s', async () => {
      const fetching = jest.spyOn(globalThis, 'fetch');
      await open('operator', 'agent3', reportOf('7', 15_000));
      server.expectOne(address).flush({ ...answer, run: { ...answer.run, hasFlight: true } });
      await stable();
      await lackShown();
      expect(deskLinks().map(([, href]) => href)).toEqual(['/replay?call=7&at=1000', '/replay?call=7&at=12400']);
      expect(fetching).not.toHaveBeenCalled();
    });
  });

  it('has what the waves show as a table too', async () => {
    await open();
    await show();
    const rows = [...page.querySelectorAll('details tbody tr')].map((row) =>
      [...row.querySelectorAll('td')].map((cell) => cell.textContent),
    );
    expect(rows).toEqual([
      ['Operator', '0:02', '0:04'],
      ['Customer', '0:05', '0:12'],
      ['On hold', '0:20', '0:24'],
    ]);
    expect(page.querySelectorAll('.hold')).toHaveLength(1);
    expect([...page.querySelectorAll('.flags .missed')].map((flag) => flag.textContent)).toEqual(['2']);
  });

  it('waits for a score that is being made', async () => {
    jest.useFakeTimers();
    try {
      await open();
      const none = { status: 404, statusText: 'Not Found' };
      server.expectOne(address).flush({ error: 'no-score' }, none);
      await jest.advanceTimersByTimeAsync(100);
      expect(text('[role=status]')).toContain('The score comes in a moment');
      await jest.advanceTimersByTimeAsync(2000);
      server.expectOne(address).flush(answer);
      await jest.advanceTimersByTimeAsync(100);
      expect(text('h1')).toBe('Hold');
      destroy();
      await jest.advanceTimersByTimeAsync(10_000);
      server.expectNone(address);
    } finally {
      jest.useRealTimers();
    }
  });

  it.each([
    ['that comes after four seconds', 4000, 2],
    ['that never comes, for fifteen seconds', Infinity, 8],
  ])('looks for the recording of a fresh run %s', async (_what, comesAfter, looks) => {
    jest.useFakeTimers();
    try {
      const endedAt = Date.now();
      const now = (): RunScoreAnswer => ({
        ...answer,
        run: { ...answer.run, endedAt, hasFlight: Date.now() - endedAt >= comesAfter },
      });
      await open();
      server.expectOne(address).flush(now());
      let seen = 0;
      let lacked = 0;
      for (let time = 0; time < 300; time++) {
        await jest.advanceTimersByTimeAsync(100);
        if (seen === 1 && page.querySelector('.lack') !== null) lacked++;
        for (const request of server.match(address)) {
          seen++;
          request.flush(now());
        }
      }
      // Nothing is said to be missing while it may come.
      expect([seen, lacked]).toEqual([looks, 0]);
    } finally {
      jest.useRealTimers();
    }
  });

  it('shows the corrected score when a late note comes, and looks for it for a minute', async () => {
    jest.useFakeTimers();
    try {
      const note = (verdict: 'met' | 'missed'): RunScoreAnswer => ({
        run: { ...answer.run, endedAt: Date.now() - 20_000 },
        score: {
          ...answer.score,
          findings: [{ ...answer.score.findings[1]!, rule: 'note', verdict, measured: null, wanted: 'saved' }],
        },
      });
      await open();
      server.expectOne(address).flush(note('missed'));
      await jest.advanceTimersByTimeAsync(100);
      expect(text('.counts')).toBe('1 missed');
      for (let look = 1; look <= 3; look++) {
        await jest.advanceTimersByTimeAsync(5000);
        server.expectOne(address).flush(note(look < 3 ? 'missed' : 'met'));
        await jest.advanceTimersByTimeAsync(100);
      }
      expect(text('.counts')).toBe('1 met');
      await jest.advanceTimersByTimeAsync(60_000);
      server.expectNone(address);
    } finally {
      jest.useRealTimers();
    }
  });

  it.each([
    ['that never comes, twelve times', 20_000, 12],
    ['of a run that is long over, not at all', 16 * 60_000, 0],
  ])('looks for a note %s', async (_what, endedBefore, looks) => {
    jest.useFakeTimers();
    try {
      const missed: RunScoreAnswer = {
        run: { ...answer.run, endedAt: Date.now() - endedBefore },
        score: { ...answer.score, findings: [{ ...answer.score.findings[1]!, rule: 'note', wanted: 'saved' }] },
      };
      await open();
      server.expectOne(address).flush(missed);
      await jest.advanceTimersByTimeAsync(100);
      let seen = 0;
      for (let time = 0; time < 120; time++) {
        await jest.advanceTimersByTimeAsync(1000);
        for (const request of server.match(address)) {
          seen++;
          request.flush(missed);
        }
      }
      expect(seen).toBe(looks);
    } finally {
      jest.useRealTimers();
    }
  });

  it.each([
    [404, { error: 'no-such-run' }, 'There is no such run. It may have been deleted.'],
    [403, { error: 'not-yours' }, 'This score belongs to somebody else.'],
    [502, null, 'The training server does not answer.'],
  ])('says why there is none: %i', async (status, body, words) => {
    await open();
    server.expectOne(address).flush(body, { status, statusText: 'No' });
    await stable();
    expect(text('[role=status]')).toBe(words);
  });

  it('leads a trainer to the class and to the person', async () => {
    await open('trainer', 'trainer1');
    await show();
    const links = [...page.querySelectorAll('nav a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(['/training/class', '/training/progress?person=agent3']);
    expect(text('.lead')).toContain('Iryna');
  });
});
