import { strToU8, zipSync } from 'fflate';

/** A file that somebody might well give, what it must be told, and where. */
export interface BadFile {
  what: string;
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** Of the message; no other bad file is told so. */
  says: RegExp;
  line?: number;
  column?: string;
}

const HEADER = [
  'Clé de synchro élève',
  'Nom d’utilisateur élève',
  'Nom élève',
  'Prénom élève',
  'Date de naissance élève',
  'Classe Apprenant',
];
const PUPILS = [
  ['zoélambert12/04/2012', 'zoe.lambert', 'Lambert', 'Zoé', '12/04/2012', '6e B'],
  ['noahdasilva03/11/2011', 'noah.dasilva', 'Da Silva', 'Noah', '03/11/2011', '5e A'],
  ['anne-maried’orly21/01/2010', 'anne-marie.dorly', 'D’Orly', 'Anne-Marie', '21/01/2010', '4e C'],
  ['héloïsebenali30/06/2009', 'heloise.benali', 'Benali', 'Héloïse', '30/06/2009', '3e A'],
];
const TEACHERS = [
  ['Clé de synchro enseignant', 'Nom d’utilisateur enseignant', 'Nom enseignant', 'Prénom enseignant'],
  ['m-mmeeliseroux', 'elise.roux', 'Roux', 'Élise'],
];

const utf8 = (text: string) => strToU8(text) as Uint8Array<ArrayBuffer>;
const csv = (rows: readonly (readonly string[])[]) => `${rows.map((row) => row.join(';')).join('\r\n')}\r\n`;
const without = (column: number) => [HEADER, ...PUPILS].map((row) => row.toSpliced(column, 1));

/** The export that all of them are compared with. */
export const GOOD_FILE = { name: 'Student.csv', bytes: utf8(csv([HEADER, ...PUPILS])) };

const ARCHIVE = zipSync({ 'Student.csv': GOOD_FILE.bytes }) as Uint8Array<ArrayBuffer>;
const CENTRAL = [0x50, 0x4b, 0x01, 0x02];

/** The archive with the flag of a password in its list of files. */
function encrypted(): Uint8Array<ArrayBuffer> {
  const copy = ARCHIVE.slice();
  const central = copy.findIndex((_, at) => CENTRAL.every((byte, n) => copy[at + n] === byte));
  new DataView(copy.buffer).setUint16(central + 8, 1, true);
  return copy;
}

/** UTF-8 read as Windows-1252, then saved. */
function misread(text: string): string {
  return new TextDecoder('windows-1252').decode(utf8(text));
}

/** Every bad input that the control must survive, except those that are only too large. */
export const BAD_FILES: readonly BadFile[] = [
  {
    what: 'a header that stands twice',
    name: 'Student.csv',
    bytes: utf8(csv([[...HEADER, 'Nom élève'], ...PUPILS.map((row) => [...row, row[2] ?? ''])])),
    says: /«\sNom élève\s» figure deux fois \(colonne 7\)/,
    line: 1,
    column: 'Nom élève',
  },
  {
    what: 'a key that stands twice',
    name: 'Student.csv',
    bytes: utf8(
      csv([HEADER, ...PUPILS, ['zoélambert12/04/2012', 'z2', 'Autre', 'Inès', '01/01/2012', '6e B']]),
    ),
    says: /cette clé figure sur 2 lignes \(aussi [26]\)/,
    column: 'Clé de synchro élève',
  },
  {
    what: 'no column of keys',
    name: 'Student.csv',
    bytes: utf8(csv(without(0))),
    says: /La colonne «\sClé de synchro(?: élève)?\s»(?: de l’export a disparu| est introuvable)/,
    line: 1,
  },
  {
    what: 'headers only',
    name: 'Student.csv',
    bytes: utf8(csv([HEADER])),
    says: /ne contient que les noms des colonnes/,
    line: 1,
  },
  {
    what: 'another profile',
    name: 'Student.csv',
    bytes: utf8(csv(TEACHERS)),
    says: /alors? que ses colonnes sont|mais ses colonnes sont/,
    line: 1,
  },
  {
    what: 'an archive with a password',
    name: 'Student.zip',
    bytes: encrypted(),
    says: /«\sStudent\.csv\s» est protégé par un mot de passe/,
  },
  {
    what: 'a truncated archive',
    name: 'Student.zip',
    bytes: ARCHIVE.slice(0, -30),
    says: /archive est incomplète/,
  },
  {
    what: 'an archive that would fill the memory',
    name: 'Student.zip',
    bytes: zipSync({ 'Student.csv': new Uint8Array(20_000_000) }) as Uint8Array<ArrayBuffer>,
    says: /deviendrait démesuré une fois décompressé/,
  },
  {
    what: 'a spreadsheet',
    name: 'Student.xlsx',
    bytes: zipSync({
      '[Content_Types].xml': utf8('<x/>'),
      'xl/workbook.xml': utf8('<x/>'),
    }) as Uint8Array<ArrayBuffer>,
    says: /un classeur Excel \(\.xlsx\)/,
  },
  {
    what: 'a spreadsheet under the name of a CSV',
    name: 'Student.csv',
    bytes: zipSync({ '[Content_Types].xml': utf8('<x/>') }) as Uint8Array<ArrayBuffer>,
    says: /un classeur Excel \(\.xlsx\)/,
  },
  {
    what: 'letters spoilt by a wrong encoding',
    name: 'Student.csv',
    bytes: utf8(`${HEADER.join(';')}\r\n${misread(csv(PUPILS))}`),
    says: /Des lettres accentuées sont perdues à la ligne 2\u00A0: on y lit «\u00A0Ã|valeurs? touchée/,
    line: 2,
    column: 'Clé de synchro élève',
  },
  {
    what: 'a quote that is never closed',
    name: 'Student.csv',
    bytes: utf8(csv([HEADER, ...PUPILS]).replace('Da Silva', '"Da Silva')),
    says: /Un guillemet est ouvert à la ligne 3 et n’est jamais refermé/,
    line: 3,
  },
];
