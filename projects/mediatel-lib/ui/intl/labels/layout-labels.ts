/** Texts of the board's layouts and of what is saved of them. */
export interface LayoutLabels {
  readonly layout: string;
  readonly layouts: Readonly<Record<'rows' | 'tiles', string>>;
  readonly saved: string;
  readonly noneSaved: string;
  readonly apply: (name: string) => string;
  readonly remove: (name: string) => string;
  readonly save: string;
  readonly name: string;
  /** What a wall screen has no room for. */
  readonly beyond: (operators: number) => string;
}
