import type { Anchor } from '@/utils/core/facts';
import type { AboutPerson, KeyEdit, SystemicEdit } from '@/utils/core/roster-facts';

/** A place of the new file of pupils and parents. */
export function inFile(line: number, column?: string): Anchor {
  return { in: 'file', file: 'Parent.csv', line, ...(column ? { column } : {}) };
}

/** An invented pupil of itslearning. */
export function person(line: number, column?: string): AboutPerson {
  return { at: inFile(line, column), person: 'LAMBERT Zoé', profile: 'pupil', platform: 'itslearning' };
}

/** « Zoé » become « Zoe », the key being the same. */
export function keyEdit(): KeyEdit {
  const at = inFile(10, 'Prénom élève');
  return {
    ...person(10, 'Prénom élève'),
    by: 'key',
    verdict: 'same',
    reasons: ['La clé est la même.'],
    changes: [{ at, field: 'firstName', was: 'Zoé', is: 'Zoe', difference: [] }],
    before: inFile(12),
    pair: '0.10>0.8',
  };
}

/** A column changed as a whole. */
export function systemicEdit(field: SystemicEdit['field'], kind: string): SystemicEdit {
  return {
    at: inFile(2),
    profile: 'pupil',
    platform: 'itslearning',
    field,
    kind,
    count: 760,
    text: 'La colonne a changé sur 760 lignes.',
  };
}
