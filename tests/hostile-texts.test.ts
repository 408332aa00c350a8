import { expect, test } from 'vitest';
import { onPage } from '@/tests/helpers/test-rule';
import { audit } from '@/utils/core/audit';
import { formatKinds } from '@/utils/matching/formats';
import { schoolMeant } from '@/utils/named-school';
import { isLabel } from '@/utils/reading/labels';
import { safeSentence } from '@/utils/report/dossier-safe';
import { softwareText } from '@/utils/report/dossier-text';
import { emptyCourse } from '@/utils/rules/empty-course';
import { whatChanged } from '@/utils/rules/roster-words';

/* What a file, a page or a colleague may hold so that reading it never ends: it takes minutes when the time grows with
 * the square of its length, and these tests are then stopped. */

const MANY = 200_000;

test('a label followed by signs, and then by something else, is no label', () => {
  expect(isLabel(`${'▾↓'.repeat(MANY / 2)}a`, 'Nom')).toBe(false);
  expect(isLabel(`Nom ${'▾↓ '.repeat(MANY / 3)}`, 'Nom')).toBe(true);
});

test('spaces in a name are one kind of difference, however many', () => {
  const spaced = `Anne${' '.repeat(MANY)}Marie`;
  expect(formatKinds(spaced, 'Anne Marie')).toEqual(['spaces']);
  expect(formatKinds('Jean - Luc', 'Jean Luc')).toEqual(['hyphen']);
  expect(formatKinds('Jean - - Luc', 'Jean--Luc')).toEqual(['hyphen']);
});

test('a school may be typed with as many dashes as one likes', () => {
  const typed = `0590000A École${'–'.repeat(MANY)}x`;
  expect(schoolMeant(typed, [], 'itslearning')).toMatchObject({ school: { uai: '0590000A' } });
});

test('a sentence that quotes without end gives nothing of what it quotes', () => {
  expect(safeSentence(`Colonne ${'« Élise Marchand '.repeat(MANY / 10)}`)).toBe('Colonne «\u00A0…\u00A0»');
  expect(safeSentence(`Colonne${' '.repeat(MANY)}« Élise Marchand`)).not.toContain('Marchand');
});

test('the version of a program is found beside any number of spaces', () => {
  const spaces = ' '.repeat(MANY);
  const written = softwareText(`UDT${spaces}x`, { years: 4, alias: () => 'Logiciel 001' });
  expect(written.startsWith('UDT')).toBe(true);
  expect(softwareText('UDT v. 26', { years: 4, alias: (run) => run })).toBe('UDT v. 30');
});

test('a change that quotes is told without its quotation, however many marks a cell holds', () => {
  const quoting = `${'«4'.repeat(MANY)}abcd`;
  expect(whatChanged({ was: '', is: quoting })).toBe('une partie de la valeur a été remplacée');
  const bracketed = ` (${'«'.repeat(MANY / 10)}`.repeat(3);
  expect(whatChanged({ was: 'a', is: bracketed })).not.toContain('(«');
});

test('a list of very many courses of one school is judged', () => {
  const items = Array.from({ length: 60_000 }, (_, at) => ({
    at: onPage(String(at), 'itslearning/courses'),
    title: 'MATHS - 6A',
    organisation: 'COLLEGE MOLIERE',
    participants: 2,
  }));
  const context = { ent: 'itslearning', today: '2026-11-23', schoolYear: { startsIn: 2026 } } as const;
  const facts = { courses: { items, complete: true } };
  expect(audit([emptyCourse], facts, context)).toMatchObject([{ outcome: 'pass' }]);
});
