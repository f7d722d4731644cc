/** Texts of the supervisors' wall screen. */
export interface WallLabels {
  /** Name of the figure of operators with an alert. The others are named as the states. */
  readonly attention: string;
  /** Below a figure: its target, a formatted per cent value. */
  readonly target: Readonly<Record<'atLeast' | 'atMost', (share: string) => string>>;
  /** After a figure, for screen readers: the target is not met. */
  readonly missed: string;
  /** Name of the list of operators with an alert, for screen readers. */
  readonly over: string;
  /** How many of the operators are logged out and have no tile. */
  readonly loggedOut: (operators: number) => string;
  /** Which page is shown. */
  readonly page: (page: number, pages: number) => string;
  /** Button to the page before, for screen readers. */
  readonly previous: string;
  /** Button to the next page, for screen readers. */
  readonly next: string;
  /** Button that keeps the page, and the one that lets the pages turn again, for screen readers. */
  readonly turning: Readonly<Record<'stop' | 'go', string>>;
  /** Button that covers the whole screen, and the one that gives it back. */
  readonly screen: Readonly<Record<'enter' | 'leave', string>>;
}
