import { inFile, person, systemicEdit } from '@/tests/helpers/roster-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import { changedUsername } from '@/utils/rules/changed-username';

const edit = {
  ...person(10, 'Nom d’utilisateur élève'),
  was: 'zoe.lambert',
  is: 'zoe.lambrt',
  difference: [],
  belongsToAnother: false,
  before: inFile(12),
  pair: '0.10>0.8',
};
const subject = (is: string) =>
  `LAMBERT Zoé (Nom d’utilisateur\u00A0: «\u00A0zoe.lambert\u00A0» → ${is === '' ? 'vide' : `«\u00A0${is}\u00A0»`})`;

testRule(changedUsername, [
  {
    name: 'une lettre en moins',
    facts: { usernameEdits: complete(edit) },
    flags: [{ subject: subject('zoe.lambrt'), says: /^Ligne 10, colonne .*\u00A0: e retiré\.$/ }],
  },
  {
    name: 'vidé',
    facts: { usernameEdits: complete({ ...edit, is: '' }) },
    flags: [{ subject: subject(''), says: /vidé\.$/ }],
  },
  {
    name: 'celui d’une autre personne : une colonne triée sans les autres',
    facts: { usernameEdits: complete({ ...edit, is: 'noah.silva', belongsToAnother: true }) },
    flags: [{ subject: subject('noah.silva'), says: /d’une autre personne.*triée sans les autres/ }],
  },
  {
    name: 'toute la colonne : un seul signalement ; les autres colonnes sont l’affaire d’une autre règle',
    facts: {
      usernameEdits: complete(),
      systemicEdits: complete(systemicEdit('username', 'column'), systemicEdit('birthDate', 'date-format')),
    },
    flags: [{ subject: 'Parent.csv', says: /La colonne a changé/ }],
  },
  { name: 'aucun changé', facts: { usernameEdits: complete() }, passes: true },
]);
