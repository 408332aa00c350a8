import type { FieldReading, ListReading, Meaning, ScreenDescriptor } from '@/utils/ents/descriptor';
import type { Words } from './vocabulary';

/**
 * The screens of Skolengo that the change of year depends on, described by their words. No administration screen was
 * ever published (domain Skolengo §0): all of them are to be confirmed on a real one.
 */
export function screensIn(words: Words): readonly ScreenDescriptor[] {
  return [...peopleScreens(words), ...sectionScreens(words), ...calendarScreens(words), inbox(words)];
}

function lifetimes(words: Words): readonly Meaning[] {
  return [
    { means: 'year', says: words('thisYear') },
    { means: 'lasting', says: words('lasting') },
  ];
}

function lifetimeFields(words: Words, telling: boolean): FieldReading[] {
  const labels = words('lifetime');
  return [
    { field: 'lifetime', labels, required: true, telling, meanings: lifetimes(words) },
    { field: 'lifetimeWritten', labels },
  ];
}

function peopleScreens(words: Words): ScreenDescriptor[] {
  const directory = { version: 1, services: words('directory'), elsewhere: words('messaging') } as const;
  const named = (labels: readonly string[]): FieldReading => ({ field: 'name', labels, required: true });
  return [
    {
      ...directory,
      id: 'skolengo/free-groups',
      title: 'Groupes libres',
      names: words('groups'),
      common: true,
      fact: 'freeGroups',
      reads: [list([named(words('groupName')), ...lifetimeFields(words, false)])],
    },
    {
      ...directory,
      id: 'skolengo/free-group',
      title: 'Groupe libre',
      names: words('group'),
      fact: 'freeGroups',
      reads: [
        {
          as: 'form',
          fields: [...lifetimeFields(words, true), { field: 'name', labels: words('groupName') }],
        },
      ],
    },
    {
      ...directory,
      id: 'skolengo/created-accounts',
      title: 'Comptes créés manuellement',
      names: words('accounts'),
      fact: 'createdAccounts',
      reads: [list([named(words('personName')), ...lifetimeFields(words, false)])],
    },
    {
      ...directory,
      id: 'skolengo/duties',
      title: 'Qui fait quoi ?',
      names: words('duties'),
      fact: 'dutyHolders',
      reads: [
        list([{ field: 'duty', labels: words('duty'), required: true }, named(words('personName'))], 'duty'),
      ],
    },
  ];
}

function sectionScreens(words: Words): ScreenDescriptor[] {
  const site = { version: 1, services: words('publication'), elsewhere: words('messaging') } as const;
  const name: FieldReading = { field: 'name', labels: words('sectionName'), required: true };
  const temporary: FieldReading = { field: 'temporary', labels: words('temporary'), required: true };
  return [
    {
      ...site,
      id: 'skolengo/sections',
      title: 'Rubriques',
      names: words('sections'),
      common: true,
      fact: 'sections',
      reads: [list([name, temporary])],
    },
    {
      ...site,
      id: 'skolengo/section-parameters',
      title: 'Paramètres de la rubrique',
      names: words('sectionParameters'),
      fact: 'sections',
      reads: [
        {
          as: 'form',
          fields: [
            { ...temporary, telling: true },
            { ...name, required: false },
          ],
        },
      ],
    },
    {
      ...site,
      id: 'skolengo/section-bin',
      title: 'Corbeille',
      names: words('bin'),
      common: true,
      fact: 'binnedSections',
      reads: [
        list([name, { field: 'binnedOn', labels: words('binnedOn'), required: true }]),
        { as: 'tree', field: 'name', under: words('bin') },
      ],
    },
  ];
}

function calendarScreens(words: Words): ScreenDescriptor[] {
  const from: FieldReading = { field: 'from', labels: words('from'), required: true, pick: 'first' };
  const to: FieldReading = { field: 'to', labels: words('to'), required: true, pick: 'last' };
  const modes = (['mode1', 'mode2', 'mode3'] as const).map((mode, at) => ({
    means: at + 1,
    says: words(mode),
  }));
  return [
    {
      version: 1,
      id: 'skolengo/access-blocking',
      title: 'Blocage des accès ENT',
      names: words('blocking'),
      fact: 'accessBlocks',
      reads: [
        list([{ field: 'who', labels: words('blocked'), required: true }, from, to], 'who', 'from', 'to'),
        { as: 'form', fields: [from, to, { field: 'who', labels: words('blocked') }], whole: true },
      ],
    },
    {
      version: 1,
      id: 'skolengo/timetable-import',
      title: 'Import d’emploi du temps',
      names: words('timetable'),
      fact: 'timetableImports',
      reads: [
        {
          as: 'form',
          whole: true,
          fields: [
            { field: 'software', labels: words('software'), required: true },
            { field: 'mode', labels: words('mode'), meanings: modes },
            { field: 'modeWritten', labels: words('mode') },
            { field: 'from', labels: words('yearStart') },
            { field: 'to', labels: words('yearEnd') },
          ],
        },
      ],
    },
  ];
}

function inbox(words: Words): ScreenDescriptor {
  return {
    version: 1,
    id: 'skolengo/inbox',
    title: 'Boîte de réception',
    names: words('inbox'),
    common: true,
    services: words('messaging'),
    procs: ['MESSAGERIE'],
    fact: 'inboxes',
    reads: [{ as: 'count', field: 'messages', columns: [words('subject'), words('messageDate')] }],
  };
}

function list(fields: readonly FieldReading[], ...key: string[]): ListReading {
  return { as: 'list', fields, key: key.length > 0 ? key : ['name'] };
}
