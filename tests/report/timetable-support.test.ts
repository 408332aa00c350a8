import { expect, test } from 'vitest';
import { clearFile } from '@/tests/helpers/generate-timetable';
import { nameOf, timetableModel } from '@/tests/helpers/timetable-model';
import { typographyFaults } from '@/tests/helpers/typography';
import { audit } from '@/utils/core/audit';
import { readTimetable } from '@/utils/files/timetable';
import { findingsOf } from '@/utils/report/findings';
import { timetableSupportText } from '@/utils/report/timetable-support';
import { TIMETABLE_RULES } from '@/utils/rules/lists/timetable';
import { utf8 } from '../files/tables';

const rules = Object.values(TIMETABLE_RULES);
const model = timetableModel(5, { pupils: 60 });
const { facts } = readTimetable('edt.xml', utf8(clearFile(model)));
const context = { ent: 'itslearning', today: '2026-09-08', schoolYear: { startsIn: 2026 } } as const;
const findings = findingsOf(audit(rules, facts, context), rules);

test('the text names lessons and groups, and nobody', () => {
  expect(findings.length).toBeGreaterThan(5);
  const file = facts.timetableFiles?.items[0];
  const { subject, body } = timetableSupportText({
    school: { name: 'Collège fictif', uai: '0490856P' },
    ...(file && { file }),
    read: ['12 séances'],
    findings,
    rules,
    people: ['3 élèves réconciliés, 1 non réconcilié'],
  });
  expect(subject).toBe('Import EDT – Collège fictif (0490856P) – contrôle avant import');
  for (const expected of ['LCA LATIN', 'CHORALE VIDE', '12 séances', '1 non réconcilié'])
    expect(body).toContain(expected);
  for (const person of [...model.pupils, ...model.teachers]) expect(body).not.toContain(nameOf(person));
  for (const line of body.split('\n')) expect(typographyFaults(line.replace(/^- /, ''))).toEqual([]);
});

test('what is not known is left to be filled in, and nothing found is said', () => {
  const { body } = timetableSupportText({ read: [], findings: [], rules, people: [] });
  expect(body).toContain('(à compléter)');
  expect(body).toContain('Aucun constat sur les cours.');
  expect(body).not.toContain('Logiciel');
});
