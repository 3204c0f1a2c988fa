/** What is told of an outline step by step, font units; a contour is closed by the next `move`. Each step starts where the last ended. */
export interface PathPen {
  move(x: number, y: number): void;
  line(x: number, y: number): void;
  /** A cubic curve. */
  curve(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void;
}
