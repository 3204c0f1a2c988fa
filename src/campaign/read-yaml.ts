import { checkText } from '../diagnostics/check-text.ts';
import type { Outcome } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import { hostDiagnostic, startOfFile } from '../host/explain.ts';
import type { Folder } from '../host/host.ts';
import { parseYaml } from './parse-yaml.ts';
import type { YamlNode } from './yaml-node.ts';

/** A YAML file that was read. */
export interface YamlFile {
  /** Undefined where the file cannot be read. */
  readonly source: SourceFile | undefined;
  /** Undefined also where it is empty or broken. */
  readonly node: YamlNode | undefined;
}

/** Reads and parses a YAML file, its characters checked. */
export function readYaml(folder: Folder, path: string): Outcome<YamlFile> {
  try {
    const source = folder.readText(path);
    const { value, diagnostics } = parseYaml(source);
    return { value: { source, node: value }, diagnostics: [...checkText(source), ...diagnostics] };
  } catch (error) {
    return {
      value: { source: undefined, node: undefined },
      diagnostics: [hostDiagnostic(error, startOfFile(folder, path))],
    };
  }
}
