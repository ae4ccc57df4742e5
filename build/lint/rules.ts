import path from 'node:path';
import type { ESLint, Linter, Rule } from 'eslint';
import {
  NEWER_GLOBALS,
  NEWER_MEMBERS,
  NEWER_NODE_EXPORTS,
  NEWER_NODE_MODULES,
  NEWER_STATIC_MEMBERS,
} from './newer-apis.ts';

const KEBAB_CASE = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

/** File names are kebab-case: `cell-input.tsx`, `cell-input.test.ts`. */
const kebabFileName: Rule.RuleModule = {
  meta: {
    type: 'layout',
    schema: [],
    messages: { name: 'Name this file in kebab-case: {{name}} is not.' },
  },
  create(context) {
    return {
      Program(node) {
        const name = path.basename(context.filename);
        if (!KEBAB_CASE.test(name)) context.report({ node, messageId: 'name', data: { name } });
      },
    };
  },
};

/** Refuses what Electron 25 lacks; see newer-apis.ts. */
const newerApi: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { newer: '{{name}} is newer than Electron 25 (Chromium 114, Node 18.15).' },
  },
  create(context) {
    const report = (node: Rule.Node, name: string): void => {
      context.report({ node, messageId: 'newer', data: { name } });
    };
    return {
      MemberExpression(node) {
        if (node.property.type !== 'Identifier' || node.computed) return;
        const member = node.property.name;
        const owner = node.object.type === 'Identifier' ? node.object.name : '';
        const ofOwner = Object.hasOwn(NEWER_STATIC_MEMBERS, owner)
          ? NEWER_STATIC_MEMBERS[owner]
          : undefined;
        if (ofOwner?.includes(member) === true) report(node, `${owner}.${member}`);
        else if (NEWER_MEMBERS.includes(member)) report(node, member);
      },
      MetaProperty(node) {
        const parent: unknown = node.parent;
        if (!isMemberOf(parent, ['dirname', 'filename'])) return;
        report(node, 'import.meta.dirname');
      },
      Literal(node) {
        const flags = 'regex' in node ? node.regex.flags : '';
        if (flags.includes('v')) report(node, 'the regular expression flag v');
      },
      ImportDeclaration(node) {
        const source = String(node.source.value).replace(/^node:/, '');
        if (NEWER_NODE_MODULES.includes(source)) report(node, `node:${source}`);
        const newer = Object.hasOwn(NEWER_NODE_EXPORTS, source) ? NEWER_NODE_EXPORTS[source] : [];
        for (const specifier of node.specifiers) {
          if (specifier.type !== 'ImportSpecifier') continue;
          const { imported } = specifier;
          const name = imported.type === 'Identifier' ? imported.name : String(imported.value);
          if (newer?.includes(name) === true) report(node, `${name} of node:${source}`);
        }
      },
      'Program:exit'() {
        // A global that ESLint knows is a variable without a definition; others lead "through".
        const { globalScope } = context.sourceCode.scopeManager;
        const known = NEWER_GLOBALS.flatMap((name) => {
          const variable = globalScope?.set.get(name);
          return variable?.defs.length === 0 ? variable.references : [];
        });
        for (const { identifier } of [...known, ...(globalScope?.through ?? [])]) {
          const { name } = identifier;
          if (NEWER_GLOBALS.includes(name)) {
            context.report({ node: identifier, messageId: 'newer', data: { name } });
          }
        }
      },
    };
  },
};

function isMemberOf(node: unknown, names: readonly string[]): boolean {
  return (
    typeof node === 'object' &&
    node !== null &&
    'type' in node &&
    node.type === 'MemberExpression' &&
    'property' in node &&
    typeof node.property === 'object' &&
    node.property !== null &&
    'name' in node.property &&
    names.includes(String(node.property.name))
  );
}

const MOST_LINES = 400;

/** ESLint does not read CSS: of a style sheet nothing but the length is looked at. */
const styleSheet: Linter.Processor = (() => {
  let lines = 0;
  return {
    meta: { name: 'house/style-sheet' },
    preprocess(text) {
      lines = text.trimEnd().split('\n').length;
      return [];
    },
    postprocess() {
      if (lines <= MOST_LINES) return [];
      const message = `This style sheet has ${lines} lines; ${MOST_LINES} are the most.`;
      return [{ ruleId: 'max-lines', severity: 2, message, line: MOST_LINES + 1, column: 1 }];
    },
  };
})();

/** The rules of this house, as the plugin `house`. */
export const house: ESLint.Plugin = {
  rules: { 'kebab-file-name': kebabFileName, 'newer-api': newerApi },
  processors: { 'style-sheet': styleSheet },
};
