/**
 * Electron finds an app that is given as an argument through its own default app, which the
 * stand-in runtime lacks. These two files take its place in `resources/app`: they do what Electron's
 * default app does for `electron [switches] FOLDER` (and `-r MODULE`, which test drivers use).
 */
export const stubPackage = `${JSON.stringify({ name: 'electron', version: '0.0.0', main: 'main.js' })}\n`;

export const stubMain = `'use strict';
const { app } = require('electron');
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

let target = null;
const preloads = [];
for (let at = 1; at < process.argv.length && target === null; at += 1) {
  const argument = process.argv[at];
  if (argument === '-r' || argument === '--require') preloads.push(process.argv[(at += 1)]);
  else if (!argument.startsWith('-')) target = path.resolve(argument);
}
for (const preload of preloads) require(path.resolve(preload));
if (target === null) {
  process.stderr.write('Give the folder of an app as argument.\\n');
  app.exit(2);
} else {
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  let entry = target;
  if (!/\\.c?js$/.test(target)) {
    const description = JSON.parse(readFileSync(path.join(target, 'package.json'), 'utf8'));
    app.setName(description.productName || description.name);
    app.setVersion(description.version);
    app.setAppPath(target);
    entry = path.join(target, description.main || 'index.js');
  } else {
    app.setAppPath(path.dirname(target));
  }
  Module._load(entry, Module, true);
}
`;
