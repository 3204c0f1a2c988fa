import { join } from 'node:path';
import { runCommand } from '../command.ts';
import { editPdf } from '../edit-pdf.ts';
import type { Context, Fault, Judge, Seed } from '../judge.ts';

const artifact = 'org.verapdf.apps:greenfield-apps:1.28.2';

/** What of veraPDF's report is read. */
interface Report {
  readonly report: {
    readonly buildInformation: {
      readonly releaseDetails: readonly { readonly id: string; readonly version: string }[];
    };
    readonly jobs: readonly {
      readonly itemDetails: { readonly name: string };
      readonly validationResult?: readonly {
        readonly details: { readonly passedRules: number; readonly ruleSummaries: readonly Rule[] };
        readonly compliant: boolean;
      }[];
      readonly taskException?: { readonly exceptionMessage: string };
    }[];
  };
}

interface Rule {
  readonly ruleStatus: 'PASSED' | 'FAILED';
  readonly clause: string;
  readonly testNumber: number;
  readonly description: string;
  readonly failedChecks: number;
}

/** PDF/UA-1 (ISO 14289-1) by veraPDF. */
export const verapdfUa1 = verapdf('ua1', 'PDF/UA-1', {
  fault: 'a font is not embedded',
  expect: /^PDF\/UA-1 7\.21\.4\.1-1:/,
  judge: (context) => seeded(context, 'ua1', 'PDF/UA-1'),
});

/** PDF/A-2a (ISO 19005-2) by veraPDF. */
export const verapdf2a = verapdf('2a', 'PDF/A-2a', {
  fault: 'a font is not embedded',
  expect: /^PDF\/A-2a 6\.2\.11\.4\.1-1:/,
  judge: (context) => seeded(context, '2a', 'PDF/A-2a'),
});

function verapdf(flavour: string, standard: string, seed: Seed): Judge {
  return {
    name: `verapdf-${flavour}`,
    needs: [
      { debian: 'default-jre-headless', command: 'java' },
      { debian: 'maven', command: 'mvn' },
      { debian: 'qpdf', command: 'qpdf' },
      { maven: artifact },
    ],
    reportOnly: false,

    async judge(context) {
      const { folder, pdfs } = context.pack;
      const report = await validate(
        context,
        flavour,
        pdfs.map(({ path }) => join(folder, path)),
      );
      const version = report.report.buildInformation.releaseDetails.find(({ id }) => id === 'core')?.version;
      return {
        tool: `veraPDF ${version}`,
        count: report.report.jobs.length,
        unit: `PDF files by ${standard}`,
        faults: faultsByRule(report, standard, pdfs.length),
      };
    },

    seeds: [seed],
  };
}

/** Validates files in one Java process. */
async function validate(context: Context, flavour: string, files: readonly string[]): Promise<Report> {
  const main = ['-cp', context.jars(artifact), 'org.verapdf.apps.GreenfieldCliWrapper'];
  const { code, stdout, stderr } = await runCommand('java', [
    ...main,
    '-f',
    flavour,
    '--format',
    'json',
    ...files,
  ]);
  // 1 says that a file does not comply.
  if (code !== 0 && code !== 1)
    throw new Error(`veraPDF ended with ${code ?? 'a signal'}: ${stderr}${stdout}`);
  return JSON.parse(stdout);
}

/** What is wrong, by rule: in how many files, how often. A file that could not be judged is told by itself. */
function faultsByRule(report: Report, standard: string, expected: number): readonly Fault[] {
  const rules = new Map<string, { files: number; checks: number; description: string }>();
  const { jobs } = report.report;
  const faults: Fault[] = [];
  if (jobs.length !== expected)
    faults.push({ at: standard, message: `${jobs.length} of ${expected} files were judged` });
  for (const { itemDetails, validationResult, taskException } of jobs) {
    if (!validationResult) {
      faults.push({ at: itemDetails.name, message: taskException?.exceptionMessage ?? 'was not judged' });
    }
    for (const rule of (validationResult ?? []).flatMap(({ details }) => details.ruleSummaries)) {
      if (rule.ruleStatus !== 'FAILED') continue;
      const key = `${rule.clause}-${rule.testNumber}`;
      const known = rules.get(key) ?? { files: 0, checks: 0, description: rule.description };
      rules.set(key, { ...known, files: known.files + 1, checks: known.checks + rule.failedChecks });
    }
  }
  for (const [key, { files, checks, description }] of [...rules].sort(([a], [b]) =>
    a.localeCompare(b, 'en'),
  )) {
    const message = `${standard} ${key}: ${checks} checks: ${description}`;
    faults.push({ at: `${files} of ${jobs.length} files`, message });
  }
  return faults;
}

async function seeded(context: Context, flavour: string, standard: string): Promise<readonly Fault[]> {
  const copy = join(context.temporary, 'seeded.pdf');
  const pdf = join(context.pack.folder, context.pack.pdfs[0]!.path);
  await editPdf(pdf, copy, (text) => text.replace(/\/FontFile[23] \d+ 0 R/g, ''));
  return faultsByRule(await validate(context, flavour, [copy]), standard, 1);
}
