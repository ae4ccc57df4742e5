import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBundle } from '../../build/setup/bundle.mjs';
import { projectFolder } from '../../build/setup/places.mjs';

const bundles = path.join(projectFolder, 'out');

/** The modules that a script asks for by `require('…')` or `import('…')`. */
function modulesAskedFor(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const [first] = node.arguments;
      const isRequire = ts.isIdentifier(node.expression) && node.expression.text === 'require';
      const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
      if ((isRequire || isImport) && first !== undefined && ts.isStringLiteralLike(first)) {
        found.push(first.text);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function scriptsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.c?js$/.test(name))
    .map((name) => path.join(folder, name));
}

describe('the bundles', () => {
  beforeAll(async () => {
    await ensureBundle();
  });

  it('ask at run time only for Node, electron and better-sqlite3', () => {
    const builtIn = new Set(builtinModules);
    const others = ['shell', 'worker', 'cli', 'preload', 'parts']
      .flatMap((part) => scriptsIn(path.join(bundles, part)))
      .flatMap((file) => modulesAskedFor(file).map((name) => `${path.basename(file)}: ${name}`))
      .filter((asked) => {
        const name = asked.replace(/^.*?: (node:)?/, '');
        const isOwn = name.startsWith('./') || name.startsWith('../');
        return !builtIn.has(name) && !isOwn && !['electron', 'better-sqlite3'].includes(name);
      });
    expect(others).toEqual([]);
  });

  it('let the worker start without what nobody needs before signing in', () => {
    const read = new Set<string>();
    const follow = (file: string): void => {
      if (read.has(file)) return;
      read.add(file);
      const atOnce = readFileSync(file, 'utf8').matchAll(
        /^(?:const|let) .*require\("(\.[^"]+)"\)/gm,
      );
      for (const [, name = ''] of atOnce) follow(path.join(path.dirname(file), name));
    };
    follow(path.join(bundles, 'worker', 'main.cjs'));
    const names = [...read].map((file) => path.basename(file));
    expect(names).toContainEqual(expect.stringMatching(/^handlers-/));
    const late = /^(?:built-in|consolidation|receiving|reports|seal|sealing|strict-zip|trust)-/;
    expect(names.filter((name) => late.test(name))).toEqual([]);
  });

  it('give the sandboxed preload nothing but electron', () => {
    expect(new Set(modulesAskedFor(path.join(bundles, 'preload', 'preload.cjs')))).toEqual(
      new Set(['electron']),
    );
  });

  it('have no script or style written into the page, as its CSP asks', () => {
    const page = readFileSync(path.join(bundles, 'renderer', 'index.html'), 'utf8');
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/);
    expect(page).not.toMatch(/<style|\sstyle=|javascript:|https?:\/\//);
  });

  it('let the page load only what lies beside it', () => {
    const page = readFileSync(path.join(bundles, 'renderer', 'index.html'), 'utf8');
    const sources = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source]) => source);
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter((source) => source?.startsWith('./') !== true)).toEqual([]);
  });
});
