import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../build/setup/places.mjs';

/** Newer than Electron 25, under names that older types have too: one error each is expected. */
const NEWER = [
  '[1].with(0, 2)',
  'new Set([1]).union(new Set([2]))',
  'new Set([1]).intersection(new Set([2]))',
  'new Map([[1, 2]]).values().map((value) => value)',
  '[1].values().toArray()',
  '[1].toSorted()',
  'new ArrayBuffer(1).transfer()',
  'Object.groupBy([1], () => "a")',
  'Promise.withResolvers()',
];

/** The lines of a planted file that do not compile under the options of a project. */
function linesRefused(project: string, lines: readonly string[]): number[] {
  const folder = path.join(projectFolder, project);
  const { config } = ts.readConfigFile(path.join(folder, 'tsconfig.json'), (file) =>
    ts.sys.readFile(file),
  ) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(
    { ...config, files: [], include: [] },
    ts.sys,
    folder,
  );
  const planted = path.join(folder, 'planted.ts');
  const text = lines.map((line) => `void (${line});`).join('\n');
  const settings: ts.CompilerOptions = { ...options, noEmit: true, composite: false };
  delete settings.tsBuildInfoFile;
  delete settings.emitDeclarationOnly;
  const host = ts.createCompilerHost(settings);
  const readFile = host.getSourceFile.bind(host);
  host.getSourceFile = (file, version) =>
    file === planted ? ts.createSourceFile(file, text, version) : readFile(file, version);
  const program = ts.createProgram([planted], settings, host);
  const source = program.getSourceFile(planted);
  const found = program
    .getSemanticDiagnostics(source)
    .map(({ start = 0 }) => (source ? source.getLineAndCharacterOfPosition(start).line : -1));
  return [...new Set(found)];
}

describe.each(['shared', 'electron', 'renderer'])('the compiler, for %s', (project) => {
  it('refuses what Electron 25 lacks', () => {
    expect(linesRefused(project, NEWER)).toEqual(NEWER.map((_, line) => line));
  });

  it('lets pass what it has', () => {
    expect(linesRefused(project, ['[1].at(-1)', 'Object.hasOwn({}, "a")'])).toEqual([]);
  });
});
