/**
 * `npm run format` starts here: sets the French of the interface as French is set, in every string, template and JSX
 * text of the folders below. Comments, code, English, and what is compared or searched for are left alone.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseSync } from 'vite';
import { main, root } from './run.mjs';

/** Where the interface's French is written. ENTs' own labels, in utils/ents, stay as the ENT writes them. */
const FOLDERS = ['utils/rules', 'utils/checklists', 'utils/report', 'components', 'entrypoints'];

/**
 * A text of the interface, as it stands between its delimiters in the source.
 * @typedef {{ start: number, raw: string }} Piece
 * A text with, when it is a template, its pieces between expressions. `inJsx`: written as such between two tags.
 * @typedef {{ pieces: Piece[], line: number, inJsx: boolean }} FrenchText
 * @typedef {{ type: string, start: number, end: number, [key: string]: unknown }} Node
 */

const NO_BREAK = '\u00A0';
const THIN = '\u202F';

/**
 * What is mended, and how. Where no space stands at all before « : » or « ; », nothing tells text from code.
 * @type {readonly (readonly [RegExp, string])[]}
 */
const MENDS = [
  [/(?<=\S|^)[ \u00A0](?=[;!?](?:[\s»)]|$))/gu, THIN],
  [/(?<=\p{L})(?<!\\.|\\u[\da-fA-F]{4})(?=[!?](?:[\s»)]|$))/gu, THIN],
  [/(?<=\S|^)[ \u202F](?=:(?:\s|$))/gu, NO_BREAK],
  [/«[ \u202F]?(?![\s\u00A0]|\\|&)/gu, `«${NO_BREAK}`],
  [/(?<![\s\u00A0«]|\\u00a0|\\u202f|;)[ \u202F]?»/giu, `${NO_BREAK}»`],
  [/(?<=\p{L})\\?'(?=\p{L})/gu, '’'],
  [/(?<=[\p{L}»])\.\.\.(?!\.)/gu, '…'],
];

/**
 * In JSX a line break is a space like another, which the reader's screen may break at.
 * @type {readonly (readonly [RegExp, string])[]}
 */
const JSX_MENDS = [
  [/(?<=\S)\s*\n\s*(?=[;!?](?:\s|$))/gu, THIN],
  [/(?<=\S)\s*\n\s*(?=:(?:\s|$)|»)/gu, NO_BREAK],
  [/(?<=«)\s*\n\s*(?=\S)/gu, NO_BREAK],
];

/** Properties and attributes that are always read by a person. */
const SHOWN = /^(?:title|why|remedy|section|says|unless|text|label|doing|aria-label|placeholder|alt)$/;

/** An accent, a guillemet, a typographic apostrophe, or two of the words that French cannot do without. */
const ACCENT = /[àâçéèêëîïôùûœÀÂÇÉÈÊÎÔÙÛŒ«»’]/u;
const WORDS =
  /(?<![\p{L}-])(?:le|la|les|un|une|des|du|de|et|est|sont|pas|vous|votre|pour|dans|sur|ou|par|qui|que|ne|ce|il|elle)(?![\p{L}-])/giu;

/** Attributes that are never read by a person. */
const CODE_ATTRIBUTES = ['class', 'className', 'id', 'key', 'type', 'role', 'href', 'style', 'd', 'for'];

/** Calls whose strings are looked for, or are names of something. */
const SEARCHES =
  /^(?:includes|startsWith|endsWith|indexOf|split|replace|replaceAll|matchAll|match|querySelector|querySelectorAll|closest|matches|getItem|setItem|get|has|addEventListener)$/;

/**
 * The text with its spaces, apostrophes and ellipses set.
 * @param {string} raw as the source writes it, escapes included
 * @param {boolean} [inJsx] written as such between two tags
 */
export function setText(raw, inJsx = false) {
  const mends = inJsx ? [...JSX_MENDS, ...MENDS] : MENDS;
  return mends.reduce((text, [pattern, by]) => text.replace(pattern, by), raw);
}

/**
 * Every French text of a source file.
 * @param {string} path its extension tells how to read it
 * @param {string} code
 * @returns {FrenchText[]} in the order of the file
 * @throws {SyntaxError} naming the file, when it can't be read
 */
export function frenchTexts(path, code) {
  const { program, errors } = parseSync(path, code);
  if (errors[0]) throw new SyntaxError(`${path}: ${errors[0].message}`);
  /** @type {FrenchText[]} */
  const found = [];
  visit(/** @type {Node} */ (/** @type {unknown} */ (program)), undefined, (node, parent) => {
    const pieces = piecesOf(node, code);
    if (pieces.length === 0) return;
    const whole = pieces.map(({ raw }) => raw).join(' ');
    const inJsx = node.type === 'JSXText';
    const isShown = inJsx || isShownBy(parent);
    if (isShown ? /\S/.test(whole) : isFrench(whole))
      found.push({ pieces, inJsx, line: code.slice(0, node.start).split('\n').length });
  });
  return found.sort((a, b) => (a.pieces[0]?.start ?? 0) - (b.pieces[0]?.start ?? 0));
}

/**
 * The source with every French text set.
 * @param {string} path
 * @param {string} code
 * @throws {SyntaxError}
 */
export function setFrench(path, code) {
  let set = code;
  for (const { pieces, inJsx } of frenchTexts(path, code).toReversed())
    for (const { start, raw } of pieces.toReversed())
      set = set.slice(0, start) + setText(raw, inJsx) + set.slice(start + raw.length);
  return set;
}

/** The source files of the interface, from the top of the project. */
export function interfaceFiles() {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => relative(root, join(root, folder, file)).replaceAll('\\', '/')),
  ).sort();
}

/** @param {string} text */
function isFrench(text) {
  return /\p{L}/u.test(text) && (ACCENT.test(text) || [...text.matchAll(WORDS)].length > 1);
}

/**
 * True for what surely shows its string: `{' : '}` in JSX, the `title` of a rule, an `aria-label`.
 * @param {Node | undefined} parent
 */
function isShownBy(parent) {
  if (parent?.type === 'JSXExpressionContainer') return true;
  const { name, key } = /** @type {{ name?: { name?: unknown }, key?: { name?: unknown } }} */ (parent ?? {});
  if (parent?.type === 'JSXAttribute') return SHOWN.test(String(name?.name));
  return parent?.type === 'Property' && SHOWN.test(String(key?.name));
}

/**
 * @param {Node} node
 * @param {string} code
 * @returns {Piece[]}
 */
function piecesOf(node, code) {
  if (node.type === 'JSXText') return [{ start: node.start, raw: code.slice(node.start, node.end) }];
  if (node.type === 'Literal' && typeof node.value === 'string')
    return [{ start: node.start + 1, raw: code.slice(node.start + 1, node.end - 1) }];
  if (node.type !== 'TemplateLiteral') return [];
  const quasis = /** @type {{ start: number, value: { raw: string } }[]} */ (node.quasis);
  return quasis.map(({ start, value: { raw } }) => ({
    start: /[`}]/.test(code[start] ?? '') ? start + 1 : start,
    raw,
  }));
}

/**
 * Walks the tree, and past what no person reads.
 * @param {Node} node
 * @param {Node | undefined} parent
 * @param {(node: Node, parent: Node | undefined) => void} tell
 */
function visit(node, parent, tell) {
  tell(node, parent);
  for (const [name, value] of Object.entries(node)) {
    if (isCode(node, name)) continue;
    for (const child of Array.isArray(value) ? value : [value])
      if (typeof child?.type === 'string') visit(child, node, tell);
  }
}

/**
 * True for the part of a node whose strings are code: names, types, keys, what is compared or searched for.
 * @param {Node} node
 * @param {string} part
 */
function isCode(node, part) {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
      return part === 'source';
    case 'Property':
      return part === 'key';
    case 'BinaryExpression':
      return node.operator !== '+';
    case 'TaggedTemplateExpression':
      return true;
    case 'SwitchCase':
      return part === 'test';
    case 'MemberExpression':
      return part === 'property';
    case 'JSXAttribute':
      return CODE_ATTRIBUTES.includes(String(/** @type {{ name?: unknown }} */ (node.name).name));
    case 'CallExpression':
      return part === 'arguments' && SEARCHES.test(calledName(/** @type {Node} */ (node.callee)));
    default:
      return node.type.startsWith('TS') && !node.type.endsWith('Expression');
  }
}

/** @param {Node} callee */
function calledName(callee) {
  const property = /** @type {{ name?: string } | undefined} */ (callee.property);
  return String(property?.name ?? callee.name ?? '');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await main(async () => {
    for (const path of interfaceFiles()) {
      const code = readFileSync(join(root, path), 'utf8');
      try {
        const set = setFrench(path, code);
        if (set === code) continue;
        writeFileSync(join(root, path), set);
        console.log(`Spaces, apostrophes or ellipses set in ${path}`);
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        console.log(`Left as it is: ${error.message}`);
      }
    }
  });
