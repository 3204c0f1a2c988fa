import { Command, CommanderError } from 'commander';
import { formats, list, path, threads, words } from './arguments.ts';
import type {
  AmendOptions,
  BuildOptions,
  CheckOptions,
  ImportOptions,
  InitOptions,
  NewOptions,
  OutputOptions,
  RenderOptions,
} from './options.ts';
import type { Terminal } from './terminal.ts';
import { toolVersion } from './tool-root.ts';
import { explainUsage } from './usage.ts';

/** A command that is being run: how it tells of failures, and what it ends with. */
export interface Invocation {
  json: boolean;
  code: number;
}

/** What every command is given. */
interface Context {
  readonly terminal: Terminal;
  /** Runs a command's part, which is loaded only now. */
  readonly finish: (code: Promise<number>, options?: OutputOptions) => Promise<void>;
}

/** The commands and their options; what is run notes its exit code in `invocation`. */
export function createProgram(terminal: Terminal, invocation: Invocation): Command {
  const program = new Command('campaign-pack')
    .description(
      'Turns a folder of Markdown into localized PDFs and DOCX files, bundled for branch activists.',
    )
    .option('-V, --version', 'print the version')
    .on('option:version', () => {
      // What commander's own does, but that reads the version at every start.
      terminal.out(`${toolVersion()}\n`);
      throw new CommanderError(0, 'commander.version', '');
    })
    .exitOverride()
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.err,
      outputError: (said, write) => write(explainUsage(said)),
    });
  const finish: Context['finish'] = async (code, options) => {
    invocation.json = options?.json === true;
    invocation.code = await code;
  };
  const context = { terminal, finish };
  for (const add of [addBuild, addCheck, addInit, addNew, addRender, addAmend, addImport, addSchema])
    add(program, context);
  return program;
}

function addBuild(program: Command, { terminal, finish }: Context): void {
  outputOptions(filterOptions(program.command('build')))
    .description('make the pack')
    .argument('[folder]', 'the campaign folder', path, 'content')
    .option('--out <dir>', 'where the pack goes', path, 'out')
    .action((folder: string, options: BuildOptions) =>
      finish(
        import('./build-command.ts').then((m) => m.buildCommand(folder, options, terminal)),
        options,
      ),
    );
}

function addCheck(program: Command, { terminal, finish }: Context): void {
  outputOptions(filterOptions(program.command('check')))
    .description('tell of every error and warning; write nothing')
    .argument('[folder]', 'the campaign folder', path, 'content')
    .action((folder: string, options: CheckOptions) =>
      finish(
        import('./check-command.ts').then((m) => m.checkCommand(folder, options, terminal)),
        options,
      ),
    );
}

function addInit(program: Command, { terminal, finish }: Context): void {
  program
    .command('init')
    .description('a new campaign that builds as it stands')
    .argument('<folder>', 'a folder that is empty or not there yet', path)
    .option('--locale <list>', 'its languages, first the one that you write in (default: en)', list)
    .option('--title <text>', 'its title (default: after the folder)')
    .action((folder: string, options: InitOptions) =>
      finish(import('./init-command.ts').then((m) => m.initCommand(folder, options, terminal))),
    );
}

function addNew(program: Command, { terminal, finish }: Context): void {
  program
    .command('new')
    .description('a new document from the starter of its kind')
    .argument('<kind>', 'leaflet, resolution, or another kind of templates/')
    .argument('<slug>', 'its name in file names: free-long-hair')
    .option('--folder <dir>', 'the campaign folder', path, 'content')
    .option('--title <text>', 'its title (default: the starter’s)')
    .action((kind: string, slug: string, options: NewOptions) =>
      finish(import('./new-command.ts').then((m) => m.newCommand(kind, slug, options, terminal))),
    );
}

function addRender(program: Command, { terminal, finish }: Context): void {
  jsonOption(program.command('render'))
    .description('one HTML and CSS file as .pdf or .docx; its root is the file’s folder')
    .argument('<file.html>')
    .requiredOption('-o, --output <file>', 'what to write, ending in .pdf or .docx')
    .action((file: string, options: RenderOptions) =>
      finish(
        import('./render-command.ts').then((m) => m.renderCommand(file, options, terminal)),
        options,
      ),
    );
}

function addAmend(program: Command, { terminal, finish }: Context): void {
  jsonOption(program.command('amend'))
    .description('an amendment sheet for a resolution, and its DOCX with the changes tracked')
    .argument('<document>', 'the resolution: its id, or the last part of it')
    .argument('<amendments>', '"delete 4; replace 2: …; insert after 6: …"; see below')
    .option('--folder <dir>', 'the campaign folder', path, 'content')
    .option('--out <dir>', 'where the files go', path, 'amendments')
    .option('--locale <locale>', 'the language that is amended (default: the source locale)')
    .option('--branch <name>', 'whose amendment it is: on the sheet, and in Word')
    .option('--mover <name>', 'who moves it')
    .option('--seconder <name>', 'who seconds it')
    .option('--line-numbers', 'number the lines of the resolution')
    .option('--word-limit <number>', 'warn where the clauses have more words as amended', words)
    .option('--markdown', 'write the amended source, too')
    .option('--force', 'replace files of an earlier amendment')
    .addHelpText('after', amendmentHelp)
    .action((document: string, amendments: string, options: AmendOptions) =>
      finish(
        import('./amend-command.ts').then((m) => m.amendCommand(document, amendments, options, terminal)),
        options,
      ),
    );
}

function addImport(program: Command, { terminal, finish }: Context): void {
  jsonOption(program.command('import'))
    .description('an edited DOCX back to the Markdown of its document')
    .argument('<file.docx>', 'a file of the pack that was edited and saved')
    .option('--folder <dir>', 'the campaign folder', path, 'content')
    .option('-o, --output <file>', 'write the Markdown to a file', path)
    .option('--write', 'write it over the source, where the file was made from this version of it')
    .option('--force', 'replace the file that -o names')
    .option('--document <id>', 'the document, where the file does not say it: leaflets/long-hair')
    .option('--locale <locale>', 'its language, where the file does not say it')
    .action((file: string, options: ImportOptions) =>
      finish(
        import('./import-command.ts').then((m) => m.importCommand(file, options, terminal)),
        options,
      ),
    );
}

const amendmentHelp = `
Amendments, one a line or with semicolons between:
  delete 4    delete 2-4    delete resolves 2, 5
  replace 4: the new text
  insert after 4: a new clause    insert before 4: …    add: at the end
  in 4 replace "old words" with "new words"
  in 4 delete "words"    in 4 delete all after "words"
  in 4 insert after "words": "more words"

A clause is named as it is printed: 4 where one section alone has so many, or
notes 4, believes 4, resolves 4; or by its id: #funds. Numbers are those of the
resolution as it is. A section to add to: add to believes: …
`;

function addSchema(program: Command, { terminal, finish }: Context): void {
  program
    .command('schema')
    .description('a JSON Schema for editors')
    .argument(
      '<name>',
      'campaign, kind, editions, terms, manifest, output, or the front matter of a kind: leaflet',
    )
    .option('--folder <dir>', 'the campaign folder, for kinds of its own', path, 'content')
    .action((name: string, { folder }: { folder: string }) =>
      finish(import('./schema-command.ts').then((m) => m.schemaCommand(name, folder, terminal))),
    );
}

function filterOptions(command: Command): Command {
  return command
    .option('--locale <list>', 'only these locales, with commas between', list)
    .option('--document <list>', 'only these documents: id, or its last part', list)
    .option('--format <list>', 'pdf, docx', formats)
    .option('--edition <list>', 'reading, or print editions: home-print, low-ink …', list)
    .option('--jobs <number>', 'worker threads', threads)
    .option('--strict', 'warnings fail too');
}

function outputOptions(command: Command): Command {
  return jsonOption(command).option('--quiet', 'only errors and warnings');
}

function jsonOption(command: Command): Command {
  return command.option('--json', 'diagnostics and results as JSON lines on stdout');
}
