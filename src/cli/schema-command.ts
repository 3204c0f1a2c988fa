import { editorSchemas, jsonSchema } from '../build/editor-schemas.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { exitCodes } from './exit-codes.ts';
import { outputSchema } from './output-schema.ts';
import { placesFor } from './places.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** `schema`: prints a JSON Schema for editors; the exit code. A broken kind of the campaign is for `check` to tell. */
export async function schemaCommand(name: string, folder: string, terminal: Terminal): Promise<number> {
  const schemas = new Map([...editorSchemas(placesFor(folder, terminal)).value, ['output', outputSchema]]);
  const make = schemas.get(name);
  if (!make) {
    const names = [...schemas.keys()];
    const list = `The schemas are ${names.join(', ')}`;
    const near = didYouMean(name, names);
    throw new UsageError(`there is no schema ${JSON.stringify(name)}`, near ? `${near} ${list}` : list);
  }
  terminal.out(`${JSON.stringify(jsonSchema(name, make()), undefined, 2)}\n`);
  return exitCodes.ok;
}
