/** Texts of the board's layouts and saved views. */
export interface LayoutLabels {
  /** Name of the group of layout buttons, for screen readers. */
  readonly layout: string;
  /** The layout buttons. */
  readonly layouts: Readonly<Record<'rows' | 'tiles', string>>;
  /** Button that opens the saved views. */
  readonly saved: string;
  /** Instead of the saved views, while there are none. */
  readonly noneSaved: string;
  /** Button that shows a saved view, for screen readers. */
  readonly apply: (name: string) => string;
  /** Button that deletes a saved view, for screen readers. */
  readonly remove: (name: string) => string;
  /** Button that saves the present view. */
  readonly save: string;
  /** Placeholder of the field for the view's name. */
  readonly name: string;
}
