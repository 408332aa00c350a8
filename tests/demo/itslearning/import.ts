import Papa from 'papaparse';
import { keyOf } from './keys';
import type { Account, Colleague, FileProfile, Parent, Pupil, Recap, School } from './model';

/** What the platform calls each kind of file. */
export const PROFILE_LABELS: Readonly<Record<FileProfile, string>> = {
  Parent: 'Elèves + Parents',
  Student: 'Elève seul',
  Teacher: 'Enseignants',
  Personal: 'Personnel Administratif',
};

/** A file to import, as the form sends it. */
export interface Submission {
  profile: FileProfile;
  file: string;
  text: string;
  /** The box « Mettre à jour tous les utilisateurs ». */
  updateAll: boolean;
  /** `25/08/2026 08:00`. */
  at: string;
}

/**
 * Imports a file as the source describes it: somebody whose key still says who they are is updated, anybody else is a
 * new account, and with the box ticked whoever is not in the file is deleted (source 000 §1.4).
 * @returns what was done, or the French refusal of a file that isn't one of this profile.
 */
export function importFile(school: School, submission: Submission): Recap[] | string {
  const { profile, text } = submission;
  const [headers = [], ...rows] = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    delimiter: ';',
    skipEmptyLines: true,
  }).data;
  const colleague = profile === 'Teacher' ? ' enseignant' : ' personnel Educatif';
  const suffix = profile === 'Parent' || profile === 'Student' ? ' eleve' : colleague;
  if (!headers.includes(`Nom${suffix}`))
    return `La colonne « Nom${suffix} » est absente : le fichier n’est pas un fichier « ${PROFILE_LABELS[profile]} ».`;
  const read = (row: readonly string[], header: string) => row[headers.indexOf(header)] ?? '';
  const recap = (label: string, intake: { finish(updateAll: boolean): Counts }): Recap => ({
    at: submission.at,
    file: submission.file,
    profile: label,
    ...intake.finish(submission.updateAll),
  });

  if (suffix !== ' eleve') {
    const intake = new Intake<Colleague>(profile === 'Teacher' ? school.teachers : school.staff, (parts) =>
      keyOf(school.kind, 'colleague', parts),
    );
    for (const row of rows)
      intake.take(read(row, `Clé de synchro${suffix}`), {
        lastName: read(row, `Nom${suffix}`),
        firstName: read(row, `Prenom${suffix}`),
        username: read(row, `Nom utilisateur${suffix}`),
        title: read(row, `Civilité${suffix}`),
        duty: row.at(-1) ?? '',
      });
    return [recap(PROFILE_LABELS[profile], intake)];
  }

  const pupils = new Intake<Pupil>(school.pupils, (parts) => keyOf(school.kind, 'pupil', parts));
  const parents = new Intake<Parent>(school.parents, (parts) => keyOf(school.kind, 'parent', parts));
  for (const row of rows) {
    const theirs = [1, 2].flatMap((n) => {
      const value = (name: string) => read(row, `${name} parent ${n}`);
      if (profile === 'Student' || value('Nom') === '') return [];
      return parents.take(value('Clé de synchro'), {
        lastName: value('Nom'),
        firstName: value('Prenom'),
        username: value('Nom utilisateur'),
        title: value('Civilité'),
        postalCode: value('Code postal'),
        city: value('Ville'),
      });
    });
    pupils.take(row[headers.findIndex((header) => header.startsWith('Clé de synchro élève'))] ?? '', {
      lastName: read(row, 'Nom eleve'),
      firstName: read(row, 'Prenom eleve'),
      username: read(row, 'Nom utilisateur eleve'),
      birthDate: read(row, 'Date de naissance eleve'),
      className: read(row, 'Classe Apprenant'),
      level: read(row, 'Niveau Apprenant'),
      group: read(row, 'Groupe Apprenant'),
      parents: theirs,
    });
  }
  return [recap('Elèves', pupils), ...(profile === 'Parent' ? [recap('Parents', parents)] : [])];
}

type Counts = Pick<Recap, 'created' | 'updated' | 'deleted'>;

/** Takes the rows of a file into the accounts of one profile. */
class Intake<T extends Account> {
  private readonly seen = new Map<string, string>();
  private created = 0;

  constructor(
    private readonly accounts: Map<string, T>,
    private readonly computed: (parts: Omit<T, 'key'>) => string,
  ) {}

  /** @returns the key of the account that the row ended in. */
  take(key: string, parts: Omit<T, 'key'>): string {
    const said = this.computed(parts);
    const known = this.accounts.get(key);
    const isSame = known !== undefined && this.computed(known) === said;
    const name = isSame ? key : `${key} ${said}`;
    const already = this.seen.get(name);
    if (already !== undefined) return already;
    const taken = isSame ? key : this.free(known || key === '' ? said : key);
    if (!isSame) this.created += 1;
    this.accounts.set(taken, { ...parts, key: taken } as T);
    this.seen.set(name, taken);
    return taken;
  }

  finish(updateAll: boolean): Counts {
    const kept = new Set(this.seen.values());
    const gone = updateAll ? [...this.accounts.keys()].filter((key) => !kept.has(key)) : [];
    for (const key of gone) this.accounts.delete(key);
    return { created: this.created, updated: kept.size - this.created, deleted: gone.length };
  }

  private free(key: string): string {
    let free = key;
    for (let n = 2; this.accounts.has(free); n++) free = `${key} (${n})`;
    return free;
  }
}
