import { expect, test } from 'vitest';
import { judgeImport } from '@/utils/import-judgement';
import { keyEdit } from './helpers/roster-facts';
import { complete } from './helpers/test-rule';

const NOW = new Date(2026, 7, 27);

test('files are judged for both states of the box, with the words to say it', () => {
  const { removing, keeping, rules } = judgeImport({ keyEdits: complete(keyEdit()) }, 'itslearning', NOW);
  const saidBy = (results: typeof removing) =>
    results.find(({ rule }) => rule === 'changed-sync-key')?.flags.map(({ says }) => says);
  expect(saidBy(removing)).toEqual([
    expect.stringContaining('est cochée\u00A0: l’ancien compte sera supprimé'),
  ]);
  expect(saidBy(keeping)).toEqual([
    expect.stringContaining('est décochée\u00A0: un second compte sera créé'),
  ]);
  expect(rules.find(({ id }) => id === 'changed-sync-key')).toMatchObject({ impact: 'critical' });
  expect(structuredClone({ removing, keeping, rules })).toEqual({ removing, keeping, rules });
});

test('what the screen says by itself while it waits is not said twice', () => {
  const { removing, rules } = judgeImport({}, 'edifice', NOW);
  expect([...removing, ...rules].filter((one) => JSON.stringify(one).includes('uncontrolled-file'))).toEqual(
    [],
  );
});
