import { complete, onPage, partial, type RuleCase, testRule } from '@/tests/helpers/test-rule';
import type { Facts, ManualGroup } from '@/utils/core/facts';
import { pastYearGroup } from '@/utils/rules/past-year-group';

const groups = (...names: string[]): Facts => ({ manualGroups: complete(...names.map(group)) });

function group(name: string): ManualGroup {
  return { at: onPage(name), name };
}

/** A name whose year is read without doubt, on an ordinary day of 2026-2027. */
const past = (name: string): RuleCase => ({
  name: `année passée : ${name}`,
  facts: groups(name),
  flags: [{ subject: name, says: /à purger/ }],
});

/** A name that may carry a past year, or something else. */
const perhapsPast = (name: string): RuleCase => ({
  name: `année passée, peut-être : ${name}`,
  facts: groups(name),
  reviews: [{ subject: name, says: /à purger/ }],
});

const fine = (name: string): RuleCase => ({
  name: `rien à dire : ${name}`,
  facts: groups(name),
  passes: true,
});

testRule(pastYearGroup, [
  {
    name: 'une année seule, dans un groupe fait cette année scolaire, est la sienne',
    facts: { manualGroups: complete({ ...group('Noël 2026'), createdOn: '2026-11-12' }) },
    passes: true,
  },
  {
    name: 'une année seule, dans un groupe fait l’an passé : peut-être passée',
    facts: { manualGroups: complete({ ...group('Kermesse 2026'), createdOn: '2026-05-12' }) },
    reviews: [{ subject: 'Kermesse 2026', says: /à purger/ }],
  },
  {
    name: 'deux années certaines : passée, quel que soit le jour où le groupe a été fait',
    facts: { manualGroups: complete({ ...group('Chorale 2025-2026'), createdOn: '2026-09-12' }) },
    flags: [{ subject: 'Chorale 2025-2026' }],
  },
  past('Projet cirque 2025-2026'),
  past('Conseil d’école 2022-2023'),
  past('Chorale 2022/23'),
  past('Chorale 2022 – 2023'),
  past('Chorale 2022\u00A0-\u00A02023'),
  past('Chorale\u00A02022-2023\u00A0'),
  past('ECOLE_2024_2025_CM2'),
  perhapsPast('Chorale 22-23'),
  perhapsPast('Liaison CM2 6e 2024'),

  fine('Projet cirque 2026-2027'),
  fine('Projet cirque 2027-2028'),
  fine('Projet cirque 26-27'),
  fine('Équipe pédagogique'),
  fine('Salle 2030'),
  fine('CP 12-13'),
  fine('Élèves de 10-11 ans'),
  fine('Code 120225'),
  { name: 'aucun groupe', facts: groups(), passes: true },

  {
    name: '« 2022-2024 » n’est pas une année scolaire : seul « 2022 » se lit, et à vérifier',
    facts: groups('Plan 2022-2024'),
    reviews: [{ subject: 'Plan 2022-2024', says: /«\u00A02022\u00A0»/ }],
  },
  {
    name: 'la phrase nomme l’année en cours',
    facts: groups('Cirque 2024-2025'),
    flags: [{ subject: 'Cirque 2024-2025', says: /2026-2027/ }],
  },
  {
    name: 'chacun pour soi dans une liste',
    facts: groups('Cirque 2024-2025', 'Cirque 2026-2027', 'Cirque 24-25', 'Cirque'),
    flags: [{ subject: 'Cirque 2024-2025' }],
    reviews: [{ subject: 'Cirque 24-25' }],
  },
  {
    name: 'deux groupes du même nom : deux signalements',
    facts: groups('Cirque 2024-2025', 'Cirque 2024-2025'),
    flags: [{ subject: 'Cirque 2024-2025' }, { subject: 'Cirque 2024-2025' }],
  },
  {
    name: 'l’année s’achève plus tard que d’habitude : début juin, rien ne presse',
    context: { today: '2027-06-05', milestones: { 'year-end': '2027-07-15' } },
    facts: groups('Cirque 2026-2027'),
    passes: true,
  },
  {
    name: 'le même jour, une année qui s’achève à sa date ordinaire',
    context: { today: '2027-06-05', milestones: { 'year-end': '2027-07-02' } },
    facts: groups('Cirque 2026-2027'),
    reviews: [{ subject: 'Cirque 2026-2027', says: /s’achève/ }],
  },
  {
    name: 'liste partielle sans rien de passé : à vérifier',
    facts: { manualGroups: partial(group('Cirque 2026-2027')) },
    reviews: [],
  },

  {
    name: 'en juin, l’année qui s’achève : à vérifier, pas encore passée',
    context: { today: '2027-06-20' },
    facts: groups('Cirque 2026-2027'),
    reviews: [{ subject: 'Cirque 2026-2027', says: /s’achève/ }],
  },
  {
    name: 'en juillet de même, et l’an passé reste sûr',
    context: { today: '2027-07-31' },
    facts: groups('Cirque 2026-2027', 'Cirque 2025-2026'),
    flags: [{ subject: 'Cirque 2025-2026' }],
    reviews: [{ subject: 'Cirque 2026-2027' }],
  },
  {
    name: 'en juin, un nom ambigu de l’année en cours ne dit rien',
    context: { today: '2027-06-20' },
    facts: groups('Cirque 26-27', 'Cirque 2027'),
    passes: true,
  },
  {
    name: 'en juin, le groupe déjà prêt pour la rentrée ne dit rien',
    context: { today: '2027-06-20' },
    facts: groups('Cirque 2027-2028'),
    passes: true,
  },
  {
    name: 'fin mai, l’année n’est pas encore finie',
    context: { today: '2027-05-31' },
    facts: groups('Cirque 2026-2027'),
    passes: true,
  },
  {
    name: 'le 1er août, l’année finie est passée',
    context: { today: '2027-08-01' },
    facts: groups('Cirque 2026-2027'),
    flags: [{ subject: 'Cirque 2026-2027', says: /2027-2028/ }],
  },
]);
