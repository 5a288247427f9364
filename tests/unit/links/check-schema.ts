import path from 'node:path';
import ts from 'typescript';

/**
 * What in these JSON-LD graphs schema.org does not know. `schema-dts` is generated from schema.org's published
 * definitions, so the compiler, given each graph as a literal, finds unknown types and properties and values of the
 * wrong kind.
 */
export function checkSchema(graphs: readonly unknown[]): SchemaFinding[] {
  const file = path.resolve('tests/unit/links/checked-graphs.ts');
  const source = [
    "import type { Graph } from 'schema-dts';",
    ...graphs.map((graph, index) => `export const graph${index}: Graph = ${JSON.stringify(graph)};`),
  ].join('\n');
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const readFile = host.getSourceFile.bind(host);
  host.getSourceFile = (name, version) =>
    path.resolve(name) === file ? ts.createSourceFile(name, source, version) : readFile(name, version);
  host.fileExists = (name) => path.resolve(name) === file || ts.sys.fileExists(name);
  const program = ts.createProgram([file], options, host);
  const checked = program.getSourceFile(file);
  if (!checked) throw new Error('nothing was checked');
  return program.getSemanticDiagnostics(checked).map((finding) => ({
    graph: checked.getLineAndCharacterOfPosition(finding.start ?? 0).line - 1,
    problem: ts.flattenDiagnosticMessageText(finding.messageText, '\n').slice(0, 600),
  }));
}

export interface SchemaFinding {
  /** Index of the graph. */
  graph: number;
  problem: string;
}
