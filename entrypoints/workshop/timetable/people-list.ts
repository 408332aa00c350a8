import type { Facts, Gathered, SchoolClass } from '@/utils/core/facts';
import type { TimetablePerson, TimetablePupil } from '@/utils/core/timetable-facts';
import { anchorAt, personOf, readAccount } from '@/utils/files/accounts';
import type { RosterTable } from '@/utils/files/pairing';
import { crossCheckPeople, type Unreconciled } from '@/utils/files/timetable-people';
import { fold } from '@/utils/matching/fold';
import type { Person } from '@/utils/matching/person';
import type { ListedUnreconciled, PageOf, PeopleCounts, PersonKind, Query } from './protocol';

/** A listed person and what they are looked for by. */
interface IndexedPerson extends ListedUnreconciled {
  profile: 'pupil' | 'teacher';
  words: string;
}

/** People of a timetable whom the platform may not recognise among its accounts. */
export class PeopleList {
  readonly counts: readonly PeopleCounts[];
  private readonly rows: IndexedPerson[] = [];

  constructor(facts: Facts, rosters: readonly RosterTable[]) {
    const accounts = rosters.length > 0 ? accountsOf(rosters) : [];
    const lists = [
      ['pupil', facts.timetablePupils?.items],
      ['teacher', facts.timetableTeachers?.items],
    ] as const;
    this.counts = lists.flatMap(([profile, people]) =>
      people?.length && accounts.some((account) => account.profile === profile)
        ? [this.check(profile, people, accounts)]
        : [],
    );
  }

  /** The people that pass the filters, those to mend first. */
  page({ text, kind, profile, limit }: Query['people']): PageOf<ListedUnreconciled> {
    const wanted = fold(text).split(' ').filter(Boolean);
    const found = this.rows.filter(
      (row) =>
        (kind === '' || row.kind === kind) &&
        (profile === '' || row.profile === profile) &&
        wanted.every((word) => row.words.includes(word)),
    );
    const items = found.slice(0, limit).map(({ words: _, profile: __, ...row }) => row);
    return { items, matching: found.length, total: this.rows.length };
  }

  private check(
    profile: 'pupil' | 'teacher',
    people: readonly (TimetablePerson | TimetablePupil)[],
    accounts: readonly Person[],
  ): PeopleCounts {
    const found = crossCheckPeople(profile, people, accounts);
    const { unreconciled, doubtful, unknown, former, uncompared, absent } = found;
    const add = (kind: PersonKind, ones: readonly Unreconciled[]) => {
      for (const one of ones) this.rows.push(rowOf(this.rows.length, kind, profile, one));
    };
    add('unreconciled', unreconciled);
    add('unknown', unknown);
    add('doubtful', doubtful);
    add('former', former);
    add('uncompared', uncompared);
    for (const account of absent)
      this.rows.push(
        rowOf(this.rows.length, 'absent', profile, {
          person: { ...account, at: { in: 'file', file: '', line: 0 } },
          certain: false,
          reasons: ['Ce compte n’est celui de personne dans l’emploi du temps.'],
        }),
      );
    return {
      profile,
      reconciled: found.reconciled,
      unreconciled: unreconciled.length,
      doubtful: doubtful.length,
      unknown: unknown.length,
      former: former.length,
      uncompared: uncompared.length,
      absent: absent.length,
    };
  }
}

/** The classes that the accounts of pupils are in: another writing of one would not be recognised by the platform. */
export function accountClasses(rosters: readonly RosterTable[]): Gathered<SchoolClass> | undefined {
  const classes = new Map<string, SchoolClass>();
  for (const [table, roster] of rosters.entries())
    for (let row = 0; row < roster.table.rowCount; row++) {
      const account = readAccount(rosters, { table, row });
      const name = account.role === 'pupil' ? account.values.class.trim() : '';
      if (name === '' || classes.has(name)) continue;
      classes.set(name, { at: anchorAt(rosters, { table, row }, 'class'), id: name, name });
    }
  return classes.size > 0 ? { items: [...classes.values()], complete: true } : undefined;
}

function accountsOf(rosters: readonly RosterTable[]): Person[] {
  const people: Person[] = [];
  for (const [table, roster] of rosters.entries())
    for (let row = 0; row < roster.table.rowCount; row++)
      people.push(personOf(readAccount(rosters, { table, row }), people.length));
  return people;
}

function rowOf(
  id: number,
  kind: PersonKind,
  profile: 'pupil' | 'teacher',
  { person, account, reasons }: Unreconciled,
): IndexedPerson {
  const name = `${person.lastName} ${person.firstName}`.trim();
  const classes = 'classes' in person ? (person as TimetablePupil).classes : [];
  const written = account && asWritten(account);
  return {
    id,
    kind,
    profile,
    name,
    detail: [profile === 'pupil' ? frenchBirth(person.birthDate) : '', ...classes].filter(Boolean).join(', '),
    ...(written && { account: written }),
    reasons,
    words: fold([name, written ?? '', ...classes].join(' ')),
  };
}

/** The account as the export writes it. */
function asWritten({ lastName, firstName, birthDate, className }: Person): string {
  return [`${lastName} ${firstName}`.trim(), birthDate, className].filter(Boolean).join(', ');
}

/** « 12/03/2010 », whichever way round the file writes it. */
function frenchBirth(birthDate: string | undefined): string {
  return birthDate && /^\d{4}-\d\d-\d\d$/.test(birthDate)
    ? birthDate.split('-').reverse().join('/')
    : (birthDate ?? '');
}
