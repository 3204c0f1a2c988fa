import { spawn } from 'node:child_process';

/** How a command ended. `code` is undefined where a signal ended it. */
export interface Ended {
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** How to start a command. */
export interface CommandOptions {
  readonly cwd?: string;
  /** The whole environment; that of this process where it is not given. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Seconds after which it is killed; 300 where it is not given. */
  readonly timeout?: number;
}

/** Runs a command to its end, whatever its exit code. Rejects where it cannot be started or takes too long. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<Ended> {
  const { timeout = 300, cwd, env } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`${command} took more than ${timeout} s`));
    }, timeout * 1000);
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (data: Buffer) => stdout.push(data));
    child.stderr.on('data', (data: Buffer) => stderr.push(data));
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({
        code: code ?? undefined,
        stdout: Buffer.concat(stdout).toString('utf8'),
        stderr: Buffer.concat(stderr).toString('utf8'),
      });
    });
  });
}

/** Runs a command and gives what it printed to stdout; rejects with what it said where it fails. */
export async function outputOf(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  const { code, stdout, stderr } = await runCommand(command, args, options);
  if (code !== 0)
    throw new Error(`${command} ended with ${code ?? 'a signal'}: ${(stderr || stdout).trim()}`);
  return stdout;
}
