import { CommanderError } from 'commander';
import { exitCodes } from './exit-codes.ts';
import { createProgram, type Invocation } from './program.ts';
import { processTerminal, type Terminal } from './terminal.ts';

/** Runs the tool with the arguments after its name; the exit code. Nothing heavy is loaded before a command runs. */
export async function run(argv: readonly string[], terminal: Terminal = processTerminal()): Promise<number> {
  const invocation: Invocation = { json: false, code: exitCodes.ok };
  try {
    await createProgram(terminal, invocation).parseAsync([...argv], { from: 'user' });
    return invocation.code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    return (await import('./failure.ts')).reportFailure(error, terminal, invocation.json);
  }
}
