import { complete, testRule } from '@/tests/helpers/test-rule';
import { inFile, timetableFile } from '@/tests/helpers/timetable-facts';
import { softwareOf } from '@/utils/files/timetable-container';
import { changedPronoteEdition } from '@/utils/rules/changed-pronote-edition';

const by = (text: string) => ({ software: softwareOf(text) ?? { text } });
const seen = (text: string, madeOn = '2026-10-01T08:00:00') => ({ at: inFile(), ...by(text), madeOn });

testRule(changedPronoteEdition, [
  {
    name: 'du poste local au réseau',
    facts: {
      timetableFiles: complete(timetableFile(by('PRONOTE Réseau-PRONOTE 2026 - 0.5.14'))),
      seenTimetables: complete(seen('PRONOTE Monoposte-PRONOTE 2026 - 0.5.14')),
    },
    flags: [{ subject: 'PRONOTE Réseau-PRONOTE 2026 - 0.5.14', says: /Monoposte/ }],
  },
  {
    name: 'nouvelle version en cours d’année, ou autre logiciel',
    facts: {
      timetableFiles: complete(
        timetableFile(by('PRONOTE Monoposte-PRONOTE 2027 - 0.1.0')),
        timetableFile(by('EDT Monoposte-EDT 2026 - 0.5.14')),
      ),
      seenTimetables: complete(seen('PRONOTE Monoposte-PRONOTE 2026 - 0.5.14')),
    },
    flags: [
      { subject: 'PRONOTE Monoposte-PRONOTE 2027 - 0.1.0' },
      { subject: 'EDT Monoposte-EDT 2026 - 0.5.14' },
    ],
  },
  {
    name: 'hébergement changé entre deux années : à vérifier',
    facts: {
      timetableFiles: complete(timetableFile(by('PRONOTE hébergé-PRONOTE 2026 - 0.1.0'))),
      seenTimetables: complete(seen('PRONOTE Monoposte-PRONOTE 2025 - 0.5.14', '2026-03-01T08:00:00')),
    },
    reviews: [{ subject: 'PRONOTE hébergé-PRONOTE 2026 - 0.1.0', says: /l’an passé/ }],
  },
  {
    name: 'édition dans des mots inconnus',
    facts: {
      timetableFiles: complete(timetableFile(by('PRONOTE Nuage-PRONOTE 2026 - 0.1.0'))),
      seenTimetables: complete(seen('PRONOTE Ciel-PRONOTE 2026 - 0.1.0')),
    },
    reviews: [{ subject: 'PRONOTE Nuage-PRONOTE 2026 - 0.1.0' }],
  },
  {
    name: 'mise à jour mineure, nouvelle version à la rentrée, fichier sans version',
    facts: {
      timetableFiles: complete(timetableFile(by('PRONOTE Monoposte-PRONOTE 2026 - 0.5.14')), timetableFile()),
      seenTimetables: complete(
        seen('PRONOTE Monoposte-PRONOTE 2025 - 0.5.1', '2026-06-30T08:00:00'),
        seen('PRONOTE Monoposte-PRONOTE 2024 - 0.5.1', '2025-06-30T08:00:00'),
      ),
    },
    passes: true,
  },
  {
    name: 'identifiants régénérés, quelle que soit la version annoncée',
    facts: {
      timetableFiles: complete(timetableFile()),
      seenTimetables: complete({ at: inFile(), identifiers: { compared: 60, changed: 58 } }),
    },
    flags: [
      { subject: 'Identifiants des personnes', says: /58 identifiants sur 60/, holds: ['import-file'] },
    ],
  },
  {
    name: 'quelques fiches ressaisies, ou trop peu de personnes pour conclure',
    facts: {
      timetableFiles: complete(timetableFile()),
      seenTimetables: complete(
        { at: inFile(), madeOn: '2026-10-02', identifiers: { compared: 60, changed: 4 } },
        { at: inFile(), madeOn: '2026-10-01', identifiers: { compared: 3, changed: 3 } },
      ),
    },
    passes: true,
  },
  {
    name: 'une archive d’UDT après un fichier de PRONOTE, et l’inverse',
    facts: {
      timetableFiles: complete(timetableFile({ form: 'udt', ...by('UDT') })),
      seenTimetables: complete(seen('PRONOTE Monoposte-PRONOTE 2026 - 0.5.14')),
    },
    passes: true,
  },
  {
    name: 'un fichier de PRONOTE après une archive d’UDT',
    facts: {
      timetableFiles: complete(timetableFile(by('PRONOTE Monoposte-PRONOTE 2026 - 0.5.14'))),
      seenTimetables: complete({ ...seen('UDT'), software: { text: 'UDT', product: 'UDT' } }),
    },
    passes: true,
  },
  {
    name: 'mise à jour mineure en cours d’année',
    facts: {
      timetableFiles: complete(timetableFile(by('PRONOTE Monoposte-PRONOTE 2026 - 0.5.15'))),
      seenTimetables: complete(seen('PRONOTE Monoposte-PRONOTE 2026 - 0.5.14')),
    },
    passes: true,
  },
]);
