import { TestBed } from '@angular/core/testing';
import { Store } from '@ngrx/store';
import { MediatelSetupError } from 'mediatel-lib/ports';
import { FakeLeaderTab, provideFakePorts } from 'mediatel-lib/testing';
import { EMPTY, Subject, asyncScheduler, of } from 'rxjs';
import { CommandActions } from './state/command-actions';
import { giveCommands } from './commands/effects/command-effects';
import { provideMediatelStore } from './provide-store';
import { mergeMapReportingErrors } from './effects-kit/merge-map-reporting-errors';

it('says what to write if the host has no store', () => {
  TestBed.configureTestingModule({ providers: [provideFakePorts(), provideMediatelStore()] });
  expect(() => TestBed.inject(Store)).toThrow(MediatelSetupError.noStore().message);
});

it('an effect is a function of its dependencies, and survives their faults', () => {
  const faults: unknown[] = [];
  const heard: unknown[] = [];
  const actions = new Subject<ReturnType<typeof CommandActions.hold>>();
  let broken = true;
  const desk = {
    context: () => ({ agent: { knownCallTraceID: null, callNumber: null }, commands: { statuses: {} } }),
    sendIfAllowed: () => {
      if (broken) throw new Error('boom');
      return { type: 'given' };
    },
  };
  const tab = new FakeLeaderTab();
  const settled: unknown[] = [];
  giveCommands(
    actions,
    desk as never,
    {} as never,
    tab,
    { isPassed: () => false },
    (fault) => faults.push(fault),
    { follow: () => undefined, settle: (_, outcome) => settled.push(outcome) },
    EMPTY,
    5000,
    asyncScheduler,
    (command, { route }) => route(command),
  ).subscribe((action) => heard.push(action));
  for (let i = 0; i < 25; i++) actions.next(CommandActions.hold());
  broken = false;
  actions.next(CommandActions.hold());
  expect(faults).toHaveLength(25);
  // Whoever awaits a command that failed is not left waiting.
  expect(settled).toEqual(Array.from({ length: 25 }, () => ({ done: false, why: 'unanswered' })));
  expect(heard).toEqual([{ type: 'given' }]);
});

it('mergeMapReportingErrors keeps the values that do not fail', () => {
  const heard: number[] = [];
  of(1, 2, 3)
    .pipe(
      mergeMapReportingErrors(
        () => undefined,
        (n) => {
          if (n === 2) throw new Error('two');
          return of(n);
        },
      ),
    )
    .subscribe((n) => heard.push(n));
  expect(heard).toEqual([1, 3]);
});
