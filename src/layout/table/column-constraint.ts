/** What a column asks for (css-tables-3 §4.3); pt, percent of the grid's width without its spacing. */
export interface ColumnConstraint {
  min: number;
  max: number;
  percent: number | undefined;
  /** Padding and border that a percentage comes on top of, in fixed layout. */
  percentExtra: number;
  /** A length was set: the column does not grow while others can. */
  constrained: boolean;
  /** No cell begins in it and nothing gives it a width: it takes part in cells that span it for nothing. */
  empty: boolean;
}
