import type { Page } from '@playwright/test';
import { expect, type Launched } from './extension';
import { recordsKept } from './kept';

const HEADER =
  'Clé de synchro élève;Nom d’utilisateur élève;Nom élève;Prénom élève;Date de naissance élève;Classe Apprenant;Niveau';
const LEVELS = ['6e', '5e', '4e', '3e'] as const;
const FIRST = [
  'Zoé',
  'Noah',
  'Anne-Marie',
  'Ilyès',
  'Chloé',
  'Hugo',
  'Inès',
  'Léa',
  'Théo',
  'Maëlle',
  'Élise',
  'Jean',
];

/** An invented pupil: key, username, last name, first name, birth date, class, level. */
export type PupilRow = [string, string, string, string, string, string, string];

/** Pupils whose surnames are all different and unlike each other, so that nobody resembles anybody. */
export function pupils(count: number): PupilRow[] {
  return Array.from({ length: count }, (_, index) => {
    const level = LEVELS[index % 4] ?? '6e';
    const first = FIRST[index % FIRST.length] ?? '';
    const last = surname(index);
    const day = String(1 + (index % 28)).padStart(2, '0');
    const month = String(1 + (Math.floor(index / 28) % 12)).padStart(2, '0');
    const date = `${day}/${month}/${2010 + (3 - (index % 4))}`;
    const key = `${first}${last}${date}`.toLowerCase();
    return [key, `${first}.${last}.${index}`.toLowerCase(), last, first, date, `${level} A`, level];
  });
}

const HEADS = [
  'BRAN',
  'CHOL',
  'DUV',
  'FERR',
  'GAUL',
  'HUM',
  'JOL',
  'KERB',
  'LOUV',
  'MASS',
  'NOG',
  'PERC',
  'QUIL',
  'ROUV',
  'SERG',
  'TRAV',
  'VIGN',
  'WIL',
  'YVER',
  'ZAM',
];
const MIDDLES = [
  'EBA',
  'OTI',
  'URA',
  'ILO',
  'AMI',
  'ESTO',
  'ONA',
  'ALU',
  'IMO',
  'ERVA',
  'OCHI',
  'UDE',
  'AGO',
  'IPI',
  'ELSA',
  'OMBE',
  'ULTO',
  'ARPI',
  'INDO',
  'EXO',
];
const TAILS = [
  'RD',
  'LLE',
  'NT',
  'SSE',
  'GNY',
  'VAL',
  'CQ',
  'MONT',
  'RIE',
  'ZAC',
  'DON',
  'TEL',
  'BRE',
  'QUET',
  'PIN',
  'FOY',
  'HAUT',
  'JON',
  'LIS',
  'MUR',
];

function surname(index: number): string {
  const head = HEADS[index % 20] ?? '';
  const middle = MIDDLES[Math.floor(index / 20) % 20] ?? '';
  const tail = TAILS[Math.floor(index / 400) % 20] ?? '';
  const more = index < 8000 ? '' : `-${MIDDLES[Math.floor(index / 8000)] ?? ''}`;
  return head + middle + tail + more;
}

/** A file as the platform writes it. */
export function csvOf(rows: readonly (readonly string[])[], header = HEADER): string {
  return `${[header, ...rows.map((row) => row.join(';'))].join('\r\n')}\r\n`;
}

const NEXT: Record<string, string> = { '6e': '5e', '5e': '4e', '4e': '3e' };

/** The same pupils one year later: the last level has left, everybody else has moved up. */
export function nextYear(rows: readonly PupilRow[]): PupilRow[] {
  return rows
    .filter(([, , , , , , level]) => level !== '3e')
    .map(([key, username, last, first, date, , level]) => {
      const next = NEXT[level] ?? level;
      return [key, username, last, first, date, `${next} A`, next];
    });
}

export const TEACHERS = [
  'Clé de synchro;Nom d’utilisateur;Nom;Prénom',
  'm-mmeeliseroux;elise.roux;Roux;Élise',
  'm-mmehugoblanc;hugo.blanc;Blanc;Hugo',
  'm-mmeineslac;ines.lac;Lac;Inès',
].join('\r\n');

export interface TestFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export function file(name: string, content: string | Uint8Array): TestFile {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content as Uint8Array) };
}

export const REFERENCE = 'Export de référence de l’ENT';
export const TO_IMPORT = 'Fichier(s) à importer';

export async function openWorkshop({ context, pageUrl }: Launched, section = ''): Promise<Page> {
  const page = await context.newPage();
  await page.goto(pageUrl(`workshop.html${section}`));
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** The zone of a side, by its heading. */
export function zone(page: Page, title: string) {
  return page.getByRole('region', { name: title });
}

/** Gives files by the picker and waits until they are read. */
export async function give(page: Page, title: string, ...files: TestFile[] | [string]): Promise<void> {
  await zone(page, title)
    .locator('input[type=file]')
    .setInputFiles(files as TestFile[]);
  await expect(page.locator('.busy')).toHaveCount(0);
  await expect(zone(page, title).locator('.file, .problems li').first()).toBeVisible();
}

/** Drops files on a zone, as from the desktop. */
export async function drop(page: Page, title: string, ...files: TestFile[]): Promise<void> {
  const transfer = await page.evaluateHandle(
    (list) => {
      const data = new DataTransfer();
      for (const { name, bytes } of list) data.items.add(new File([new Uint8Array(bytes)], name));
      return data;
    },
    files.map(({ name, buffer }) => ({ name, bytes: [...buffer] })),
  );
  await zone(page, title).locator('.target').dispatchEvent('drop', { dataTransfer: transfer });
  await expect(zone(page, title).locator('.file, .problems li').first()).toBeVisible();
  await expect(page.locator('.busy')).toHaveCount(0);
}

/** Everything that the extension keeps: every record of every store, and the three other storages. */
export async function everythingKept(page: Page) {
  const stores = await recordsKept(page);
  return page.evaluate(async (kept) => {
    return {
      stores: kept,
      drafts: { ...localStorage },
      local: await chrome.storage.local.get(null),
      session: await chrome.storage.session.get(null),
    };
  }, stores);
}

export { longestTask } from '../helpers/longest-task';
