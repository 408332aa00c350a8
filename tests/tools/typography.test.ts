import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { typographyFaults } from '@/tests/helpers/typography';
import { type FrenchText, frenchTexts, interfaceFiles, setFrench, setText } from './typography.mjs';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** Spaces are made visible: N is U+00A0, T is U+202F. */
const shown = (text: string) => text.replaceAll('\u00A0', 'N').replaceAll('\u202F', 'T');

describe('a text of the interface', () => {
  test.each([
    ['vraiment ? oui ! non ; si', 'vraimentT? ouiT! nonT; si'],
    ['vraiment?', 'vraimentT?'],
    ['vraiment\u00A0?', 'vraimentT?'],
    ['à purger : oui', 'à purgerN: oui'],
    ['à purger\u202F: oui', 'à purgerN: oui'],
    ['ouvrir « Groupes » puis «Supprimer»', 'ouvrir «NGroupesN» puis «NSupprimerN»'],
    ["l'année d\\'avant", 'l’année d’avant'],
    ['la suite...', 'la suite…'],
    ['fermer « Groupes » ?', 'fermer «NGroupesN»T?'],
  ])('%s', (text, expected) => expect(shown(setText(text))).toBe(expected));

  test.each([
    'Le cours commence à 10:30, voir https://exemple.fr?a=b;c=d',
    'Membres non lus\\u00a0: la liste, vraiment\\u202f?',
    '«\\u00a0Groupes\\u00a0»',
    'à la ligne\\n! et',
    'Prix&nbsp;: rien',
  ])('left alone: %s', (text) => expect(setText(text)).toBe(text));

  test('once set, it is left alone', () => {
    const text = "l'année : « Groupes » ; vraiment ? la suite...";
    expect(setText(setText(text))).toBe(setText(text));
    expect(typographyFaults(setText(text))).toEqual([]);
  });
});

describe('a source file', () => {
  const set = (code: string) => shown(setFrench('sample.tsx', code));

  test.each([
    ["const a = 'Élève sans classe : voir';", "const a = 'Élève sans classeN: voir';"],
    ['const a = "l\'élève";', 'const a = "l’élève";'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source code, as text
    ['const a = `Le groupe ${n} : ${m} élèves ?`;', 'const a = `Le groupe ${n}N: ${m} élèvesT?`;'],
    ['const a = <p title="Élèves : voir">{n} : vu</p>;', 'const a = <p title="ÉlèvesN: voir">{n}N: vu</p>;'],
    ["const a = { title: 'Groupe manuel ?' };", "const a = { title: 'Groupe manuelT?' };"],
    ["const a = <p>{n}{' : '}{m}</p>;", "const a = <p>{n}{'N: '}{m}</p>;"],
    ['const a = <p>\n  Sur cette page\n  : rien.\n</p>;', 'const a = <p>\n  Sur cette pageN: rien.\n</p>;'],
    ["const é = 'ça : là';\nconst b = 'là : ça';", "const é = 'çaN: là';\nconst b = 'làN: ça';"],
  ])('%s', (code, expected) => expect(set(code)).toBe(expected));

  test.each([
    '// Élève : « sans » classe ?\nconst a = 1;',
    "/** l'élève : « non » ? */\nconst a = b ? c : d;",
    "const a = 'color : red';",
    "const a = 'a ? b : c';",
    "import a from './élève : le';",
    "type A = 'Élève : le';",
    "const a = b === 'Élève : le' || c.includes('Élève : le');",
    "const a = { 'Élève : le': 1 }['Élève : le'];",
    'const a = css`/* Élève : le */`;',
    'const a = <p class="é : le">{/* Élève : le */}</p>;',
    'const a = /Élève : le ?/u;',
  ])('left alone: %s', (code) => expect(setFrench('sample.tsx', code)).toBe(code));

  test('one that cannot be read is named', () => {
    expect(() => setFrench('sample.tsx', "const a = 'l'élève';")).toThrow(/^sample\.tsx: /);
  });
});

describe('the interface', () => {
  test('has texts to speak of', () => {
    expect(interfaceFiles().flatMap((path) => frenchTexts(path, read(path))).length).toBeGreaterThan(300);
  });

  test.each(interfaceFiles())('%s is well set', (path) => {
    expect(
      frenchTexts(path, read(path)).flatMap(faultsOf),
      `${path}: run npm run format, which mends most of these; the others by hand`,
    ).toEqual([]);
  });
});

/** « line: what, near »; what stands at the edge of a tag is left out, since the space may be in the expression beside. */
function faultsOf({ pieces, line, inJsx }: FrenchText): string[] {
  const text = pieces
    .map(({ raw }) => raw)
    .join('0')
    .replaceAll(/\\u(00a0|202f)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  const whole = inJsx
    ? text
        .replaceAll(/[ \t]*\n\s*/g, ' ')
        .replace(/^[;!?:»]/u, '')
        .replace(/«$/u, '')
    : text;
  const faults = typographyFaults(whole.replaceAll(/^ +(?![;!?:»])| +$/g, ''));
  return faults
    .filter(({ what }) => !what.startsWith('espace au début'))
    .map(({ what, near }) => `${line}: ${what}, « ${near} »`);
}
