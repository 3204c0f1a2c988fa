type Calculation = (a: number, b: number) => number;

/** Operators that make one number of two (Adobe TN 5177 §4.4), by their second byte. */
const ofTwo: Readonly<Record<number, Calculation>> = {
  3: (a, b) => Number(a !== 0 && b !== 0),
  4: (a, b) => Number(a !== 0 || b !== 0),
  10: (a, b) => a + b,
  11: (a, b) => a - b,
  12: (a, b) => (b === 0 ? 0 : a / b),
  15: (a, b) => Number(a === b),
  24: (a, b) => a * b,
};

const ofOne: Readonly<Record<number, (a: number) => number>> = {
  5: (a) => Number(a === 0),
  9: Math.abs,
  14: (a) => -a,
  26: (a) => Math.sqrt(Math.max(0, a)),
};

/** Obeys an operator that calculates; fonts have hardly any. One that is not known changes nothing. */
export function calculate(operator: number, stack: number[]): void {
  const two = ofTwo[operator];
  const one = ofOne[operator];
  if (two) {
    const b = stack.pop() ?? 0;
    stack.push(two(stack.pop() ?? 0, b));
  } else if (one) stack.push(one(stack.pop() ?? 0));
  else if (operator === 18) stack.pop();
  else if (operator === 27) stack.push(stack.at(-1) ?? 0);
  else if (operator === 28) stack.push(...[stack.pop() ?? 0, stack.pop() ?? 0]);
}
