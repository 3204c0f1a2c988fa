import Handlebars from 'handlebars';
import type { Program } from './ast.ts';
import type { PartialCopy } from './check.ts';
import type { HelperContext } from './helpers.ts';
import { blockNames, helperSignatures, helpersFor } from './helpers.ts';
import { maximumOutputLength, maximumSteps } from './limits.ts';
import { markHelper } from './mark-statements.ts';
import { marker } from './markers.ts';

/** Thrown inside a run that prints more than the limits allow. */
export class TemplateLimitError extends Error {}

/** A string that is HTML already. */
export function safeString(html: string): unknown {
  return new Handlebars.SafeString(html);
}

/**
 * Runs a checked and marked template in an environment of its own: only the helpers named in helpers.ts, no access to
 * prototypes, nothing shared with another run. Throws TemplateLimitError.
 */
export function runTemplate(
  program: Program,
  copies: readonly PartialCopy[],
  view: unknown,
  context: Omit<HelperContext, 'safe' | 'escapeHtml'>,
): string {
  const environment = Handlebars.create();
  for (const name of ['log', 'lookup']) environment.unregisterHelper(name);
  const helpers = helpersFor({ ...context, safe: safeString, escapeHtml: Handlebars.escapeExpression });
  const budget = createBudget();
  for (const [name, helper] of Object.entries(helpers))
    environment.registerHelper(name, budget.counted(helper));
  environment.registerHelper(markHelper, budget.mark);
  const options = compileOptions();
  for (const copy of copies) {
    environment.registerPartial(copy.name, environment.compile(copy.template.program, options));
  }
  const template = environment.compile(program, options);
  return template(view, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false });
}

function compileOptions(): CompileOptions {
  const names = [...Object.keys(helperSignatures), ...blockNames, markHelper];
  const knownHelpers = Object.fromEntries(names.map((name) => [name, true])) as KnownHelpers;
  return { knownHelpers, knownHelpersOnly: true, preventIndent: true };
}

// Loops and partials can multiply; every statement passes here, so the run is stopped before the text is built.
function createBudget() {
  let steps = 0;
  let length = 0;
  const add = (more: number) => {
    length += more;
    if (length > maximumOutputLength)
      throw new TemplateLimitError(`more than ${maximumOutputLength} characters`);
  };
  return {
    mark: (index: number, printed: unknown) => {
      steps++;
      if (steps > maximumSteps) throw new TemplateLimitError(`more than ${maximumSteps} statements`);
      add(typeof printed === 'number' ? printed : String(printed ?? '').length);
      return new Handlebars.SafeString(marker(index));
    },
    counted:
      (helper: (...args: unknown[]) => unknown) =>
      (...args: unknown[]) => {
        const result = helper(...args);
        add(String(result).length);
        return result;
      },
  };
}
