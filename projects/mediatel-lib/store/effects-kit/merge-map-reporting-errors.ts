import { EMPTY, type ObservableInput, type OperatorFunction, catchError, defer, mergeMap } from 'rxjs';

/**
 * Like `mergeMap`, but an error in one value's projection is reported and the source continues.
 *
 * NgRx's own error handler gives up after ten errors.
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
