import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { exitCodes } from './exit-codes.ts';
import type { BuildOptions } from './options.ts';
import { processTerminal, type Terminal } from './terminal.ts';

/** Runs the tool with the arguments after its name; the exit code. Nothing heavy is loaded before a command runs. */
export async function run(argv: readonly string[], terminal: Terminal = processTerminal()): Promise<number> {
  let code: number = exitCodes.ok;
  const program = createProgram(terminal, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    return (await import('./failure.ts')).reportFailure(error, terminal);
  }
}

function createProgram(terminal: Terminal, finish: (code: number) => void): Command {
  const program = new Command('campaign-pack')
    .description(
      'Turns a folder of Markdown into localized PDFs and DOCX files, bundled for branch activists.',
    )
    .exitOverride()
    .showHelpAfterError('(campaign-pack --help shows what there is)')
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  filterOptions(program.command('build'))
    .description('make the pack')
    .argument('[folder]', 'the campaign folder', 'content')
    .option('--out <dir>', 'where the pack goes', 'out')
    .action(async (folder: string, options: BuildOptions) => {
      finish(await (await import('./build-command.ts')).buildCommand(folder, options, terminal, true));
    });
  filterOptions(program.command('check'))
    .description('tell of every error and warning; write nothing')
    .argument('[folder]', 'the campaign folder', 'content')
    .action(async (folder: string, options: BuildOptions) => {
      finish(await (await import('./build-command.ts')).buildCommand(folder, options, terminal, false));
    });
  program
    .command('render')
    .description('one HTML and CSS file as .pdf or .docx; its root is the file’s folder')
    .argument('<file.html>')
    .requiredOption('-o, --output <file>', 'what to write, ending in .pdf or .docx')
    .action(async (file: string, options: { output: string }) => {
      finish(await (await import('./render-command.ts')).renderCommand(file, options.output, terminal));
    });
  return program;
}

function filterOptions(command: Command): Command {
  return command
    .option('--locale <list>', 'only these locales, with commas between', list)
    .option('--document <list>', 'only these documents: id, or its last part', list)
    .option('--format <list>', 'pdf, docx', formats)
    .option('--jobs <number>', 'worker threads', wholeNumber)
    .option('--strict', 'warnings fail too')
    .option('--json', 'diagnostics and results as JSON lines on stdout')
    .option('--quiet', 'only errors and warnings')
    .exitOverride();
}

function list(value: string): readonly string[] {
  const parts = value.split(',').map((part) => part.trim());
  if (parts.some((part) => part === '')) throw new InvalidArgumentError('Write names with commas between.');
  return parts;
}

function formats(value: string): readonly string[] {
  const parts = list(value);
  const unknown = parts.find((part) => part !== 'pdf' && part !== 'docx');
  if (unknown !== undefined) throw new InvalidArgumentError('The formats are pdf and docx.');
  return parts;
}

function wholeNumber(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 64)
    throw new InvalidArgumentError('Write a number from 1 to 64.');
  return number;
}
