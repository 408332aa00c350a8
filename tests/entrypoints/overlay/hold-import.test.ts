import { expect, test } from 'vitest';
import { reasonToHold } from '@/entrypoints/overlay/hold-clicks';
import type { RuleResult } from '@/utils/core/audit';
import type { Action, Flag } from '@/utils/core/rule';
import { removalFileAsRoster } from '@/utils/rules/removal-file-as-roster';

const rules = new Map([[removalFileAsRoster.id, removalFileAsRoster]]);
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
