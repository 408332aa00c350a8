import { expect, test } from 'vitest';
import { reasonToHold } from '@/entrypoints/overlay/hold-clicks';
import type { RuleResult } from '@/utils/core/audit';
import type { Action, Flag, RuleTexts } from '@/utils/core/rule';
import { predeletingImport } from '@/utils/rules/predeleting-import';
import { removalFileAsRoster } from '@/utils/rules/removal-file-as-roster';
import { untimelyTransition } from '@/utils/rules/untimely-transition';

const rules = new Map<string, RuleTexts>([[removalFileAsRoster.id, removalFileAsRoster]]);
const KEY = 'Mettre à jour tous les utilisateurs';
const inFile: Flag = {
  at: { in: 'file', file: 'a.csv', line: 1 },
  subject: 'a.csv',
  says: 'Supprimerait tout le monde.',
  holds: ['import-file'],
};

function hold(flag: Flag, action: Action = 'import-file') {
  const result: RuleResult = {
    rule: removalFileAsRoster.id,
    outcome: 'violation',
    flags: [flag],
    complete: true,
  };
  return reasonToHold([result], rules, { action, key: KEY });
}

test('a certain finding of the chosen file holds the import, with its reason', () => {
  expect(hold(inFile)).toMatchObject({ action: 'Importer le fichier', subject: 'a.csv', says: inFile.says });
});

test.each(['import-with-predeletion', 'import-with-transition'] as const)(
  'it holds %s too: the files are imported all the same',
  (action) => {
    expect(hold(inFile, action)).toMatchObject({ subject: 'a.csv' });
    expect(hold({ ...inFile, review: true }, action)).toBeUndefined();
  },
);

test('what is only to be looked at holds nothing', () => {
  expect(hold({ ...inFile, review: true })).toBeUndefined();
});

test('with both boxes ticked, each has its reason, and neither is told without the other', () => {
  const box = (key: string, says: string, holds: Action, review = false): Flag => ({
    ...{ at: { in: 'page', page: 'edifice/import-wizard', key }, subject: key, says, holds: [holds], review },
  });
  const result = (rule: { id: string }, flag: Flag): RuleResult => ({
    ...{ rule: rule.id, outcome: 'violation', flags: [flag], complete: true },
  });
  const transition = box('transitionOption', 'Effacerait les classes.', 'import-with-transition');
  const predelete = box('predeleteOption', 'Pré-supprimerait 12 comptes.', 'import-with-predeletion', true);
  const both = new Map([...rules, [untimelyTransition.id, untimelyTransition]]).set(
    predeletingImport.id,
    predeletingImport,
  );
  const click = { action: 'import-with-transition', key: 'transitionOption' } as const;
  expect(
    reasonToHold([result(predeletingImport, predelete), result(untimelyTransition, transition)], both, click),
  ).toMatchObject({
    says: 'Effacerait les classes.',
    also: [{ title: predeletingImport.title, says: 'Pré-supprimerait 12 comptes.' }],
  });
  expect(reasonToHold([result(predeletingImport, predelete)], both, click)).toMatchObject({
    says: 'Pré-supprimerait 12 comptes.',
    also: [],
  });
});

test('a finding that holds no import holds nothing', () => {
  expect(hold({ ...inFile, holds: [] })).toBeUndefined();
});

test('a file holds no other action than its import', () => {
  expect(hold({ ...inFile, holds: ['delete-group'] }, 'delete-group')).toBeUndefined();
});

test('on a page, the subject decides, reviews included', () => {
  const at = { in: 'page', page: 'edifice/groups', key: KEY } as const;
  expect(hold({ ...inFile, at, review: true })).toBeDefined();
  expect(hold({ ...inFile, at: { ...at, key: 'other' } })).toBeUndefined();
});
