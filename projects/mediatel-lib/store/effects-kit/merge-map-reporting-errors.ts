import { EMPTY, type ObservableInput, type OperatorFunction, catchError, defer, mergeMap } from 'rxjs';

/**
 * `mergeMap` whose source outlives a fault of one value: it is reported and left behind.
 *
 * NgRx's own handler gives up after ten errors.
 */
export const mergeMapReportingErrors = <T, R>(
  report: (error: unknown) => void,
  project: (value: T) => ObservableInput<R>,
): OperatorFunction<T, R> =>
  mergeMap((value) =>
    defer(() => project(value)).pipe(
      catchError((error: unknown) => {
        report(error);
        return EMPTY;
      }),
    ),
  );
