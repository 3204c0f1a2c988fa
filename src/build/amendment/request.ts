/** What is to be amended, how, and by whom. */
export interface AmendRequest {
  /** Its id, or the last part of it. */
  readonly document: string;
  readonly amendments: string;
  /** Tag; undefined: the source locale's. */
  readonly locale: string | undefined;
  /** Printed on the sheet; undefined leaves a blank to write in. The branch is the author of the changes in Word. */
  readonly branch: string | undefined;
  readonly mover: string | undefined;
  readonly seconder: string | undefined;
  /** Numbers the lines of the resolution. */
  readonly numbersLines: boolean;
  /** The most words that the clauses may have; undefined: any number. */
  readonly wordLimit: number | undefined;
  /** The amended source as well. */
  readonly markdown: boolean;
}
