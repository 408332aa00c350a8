import { openTable } from '@/utils/files/csv';
import { recogniseLayout } from '@/utils/files/headers';
import type { RosterTable } from '@/utils/files/pairing';
import type { FileProblem } from '@/utils/files/problem';
import type { Table } from '@/utils/files/table';

/** UTF-8 bytes of a text. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Windows-1252 bytes of a text whose letters are all Latin-1. */
export function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** UTF-16 bytes of a text, with its mark. */
export function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, littleEndian);
  for (let at = 0; at < text.length; at++) view.setUint16(2 + at * 2, text.charCodeAt(at), littleEndian);
  return bytes;
}

/** A table that must open. */
export function tableOf(content: string | Uint8Array, file = 'Student.csv'): Table {
  const { table, problems } = openTable(file, typeof content === 'string' ? utf8(content) : content);
  if (!table) throw new Error(`${problems[0]?.code}: ${problems[0]?.message}`);
  return table;
}

/** A table and its columns. */
export function rosterOf(content: string | Uint8Array, file = 'Student.csv'): RosterTable {
  const table = tableOf(content, file);
  return { table, layout: recogniseLayout(table.header, file) };
}

/** What is wrong with a file. */
export function problemsOf(content: string | Uint8Array, file = 'Student.csv'): FileProblem[] {
  return openTable(file, typeof content === 'string' ? utf8(content) : content).problems;
}

/** All cells of a table. */
export function rowsOf(table: Table): string[][] {
  return Array.from({ length: table.rowCount }, (_, row) => table.cells(row));
}

/** The header and rows of an itslearning pupil export, invented people. */
export const PUPILS = [
  'Clé de synchro élève;Nom d’utilisateur élève;Nom élève;Prénom élève;Date de naissance élève;Classe Apprenant;Niveau;Groupes',
  'zoélambert12/04/2012;zoe.lambert;Lambert;Zoé;12/04/2012;6e B;6e;',
  'noahdasilva03/11/2011;noah.dasilva;Da Silva;Noah;03/11/2011;5e A;5e;LATIN',
  'anne-maried’orly21/01/2010;anne-marie.dorly;D’Orly;Anne-Marie;21/01/2010;4e C;4e;',
  'ilyesbenali30/06/2009;ilyes.benali;Benali;Ilyes;30/06/2009;3e A;3e;',
].join('\r\n');
