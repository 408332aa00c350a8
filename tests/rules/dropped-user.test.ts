import { inFile, person } from '@/tests/helpers/roster-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import { deletionGauge } from '@/utils/files/gauge';
import { droppedUser } from '@/utils/rules/dropped-user';

const departure = { ...person(12), className: '5e B', level: '5e', expected: false, looksEdited: false };
const gauge = (unexpected: number) =>
  deletionGauge({
    at: inFile(1),
    known: [{ profile: 'pupil', known: 1000 }],
    absents: [{ profile: 'pupil', expected: false, edited: false, count: unexpected }],
    cohort: { levels: ['3e'], classes: [], detected: true },
  });

testRule(droppedUser, [
  {
    name: 'un départ inattendu est à vérifier',
    facts: { departures: complete(departure), deletionGauge: complete(gauge(1)) },
    reviews: [{ subject: 'LAMBERT Zoé', says: /\(classe «\u00A05e B\u00A0»\)\. Case .* cochée/ }],
  },
  {
    name: 'case cochée : le compte est supprimé',
    facts: { departures: complete(departure) },
    context: { updateAll: true },
    reviews: [{ subject: 'LAMBERT Zoé', says: /est cochée\u00A0: son compte sera supprimé/ }],
  },
  {
    name: 'case décochée : le compte reste',
    facts: { departures: complete(departure) },
    context: { updateAll: false },
    reviews: [{ subject: 'LAMBERT Zoé', says: /est décochée\u00A0: son compte restera/ }],
  },
  {
    name: 'un enseignant parti se retire par une demande, sur itslearning seulement',
    facts: {
      departures: complete(
        { ...departure, person: 'ROUX Zoé', profile: 'teacher' },
        { ...departure, person: 'LAC Inès', profile: 'teacher', platform: 'edifice' },
      ),
    },
    reviews: [
      { subject: 'ROUX Zoé', says: /demandez sa suppression à l’assistance/ },
      { subject: 'LAC Inès', says: /^(?!.*assistance)/ },
    ],
  },
  {
    name: 'Edifice parle de suppression demandée',
    facts: { departures: complete({ ...departure, platform: 'edifice' }) },
    reviews: [{ subject: 'LAMBERT Zoé', says: /si elle est demandée/ }],
  },
  {
    name: 'Edifice, case cochée : le compte est pré-supprimé',
    facts: { departures: complete({ ...departure, platform: 'edifice' }) },
    context: { ent: 'edifice', updateAll: true },
    reviews: [
      { subject: 'LAMBERT Zoé', says: /Pré-supprimer.* est cochée\u00A0: son compte sera pré-supprimé/ },
    ],
  },
  {
    name: 'Edifice, jauge rouge et case décochée : la case est nommée',
    facts: { departures: complete(), deletionGauge: complete(gauge(101)) },
    context: { ent: 'edifice', updateAll: false },
    reviews: [{ subject: 'Parent.csv', says: /Pré-supprimer.* est décochée/ }],
  },
  {
    name: 'une jauge rouge est une faute',
    facts: { departures: complete(), deletionGauge: complete(gauge(101)) },
    flags: [{ subject: 'Parent.csv', says: /101\u00A0inattendus.*10\u00A0%/, holds: ['import-file'] }],
  },
  {
    name: 'une jauge rouge, case décochée : à vérifier',
    facts: { departures: complete(), deletionGauge: complete(gauge(101)) },
    context: { updateAll: false },
    reviews: [{ subject: 'Parent.csv', says: /rien ne sera supprimé/ }],
  },
  {
    name: 'les départs attendus, et les clés modifiées qu’une autre règle signale',
    facts: {
      departures: complete({ ...departure, expected: true }, { ...departure, looksEdited: true }),
      deletionGauge: complete(gauge(100)),
    },
    passes: true,
  },
]);
