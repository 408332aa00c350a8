import type { Anchor } from '@/utils/core/facts';
import type { TimetableKind } from '@/utils/files/timetable';
import { placeOf, plural } from '../names';
import type { Counts, PeopleCounts, PersonKind } from './protocol';

const KINDS: Record<TimetableKind, string> = {
  encrypted: 'Fichier chiffré de PRONOTE ou d’EDT, pour l’ENT',
  clear: 'Fichier en clair de PRONOTE ou d’EDT, pour l’ENT',
  udt: 'Archive d’UDT',
  'edt-list': 'Liste exportée d’EDT',
  'pasted-list': 'Liste de cours copiée d’EDT',
};

/** What a file is. */
export function kindName(kind: TimetableKind): string {
  return KINDS[kind];
}

/** « 640 séances, 24 classes… », without what was not read. */
export function readWords({ lessons, classes, groups, pupils, teachers }: Counts): string[] {
  const of = (count: number, one: string) => (count > 0 ? [plural(count, one)] : []);
  return [
    ...of(lessons, 'séance'),
    ...of(classes, 'classe'),
    ...of(groups, 'groupe'),
    ...of(pupils, 'élève'),
    ...of(teachers, 'enseignant'),
  ];
}

/** Why somebody is listed, as a heading. */
export const PERSON_KINDS: Record<PersonKind, string> = {
  unreconciled: 'Connu sous un autre nom, prénom ou une autre date de naissance',
  unknown: 'Sans compte',
  doubtful: 'Écrit un peu autrement, à vérifier',
  former: 'Élève de l’an passé encore dans la base',
  uncompared: 'Non comparé, la liste n’en dit pas assez',
  absent: 'Compte absent de l’emploi du temps',
};

/** How many people of a profile the import will not reconcile, as things stand. */
export function lostOf({ unreconciled, unknown, former }: PeopleCounts): number {
  return unreconciled + unknown + former;
}

/** « 60 élèves réconciliés », « 1 non réconcilié », then what is in doubt. */
export function peopleParts(counts: PeopleCounts): [string, string, ...string[]] {
  const { profile, reconciled, doubtful, uncompared, absent } = counts;
  const who = profile === 'pupil' ? 'élève' : 'enseignant';
  const lost = lostOf(counts);
  return [
    plural(reconciled, `${who} réconcilié`, `${who}s réconciliés`),
    `${lost.toLocaleString('fr-FR')} non réconcilié${lost > 1 ? 's' : ''}`,
    ...(doubtful > 0 ? [`${doubtful.toLocaleString('fr-FR')} à vérifier`] : []),
    ...(uncompared > 0 ? [plural(uncompared, 'non comparé', 'non comparés')] : []),
    ...(absent > 0 ? [`${plural(absent, 'compte')} hors de l’emploi du temps`] : []),
  ];
}

/** The same of each profile, in one sentence. */
export function peopleWords(counts: readonly PeopleCounts[]): string[] {
  return counts.map((one) => peopleParts(one).join(', '));
}

/** « edt.xml, ligne 1158 »: where a line of XML begins helps nobody, and an archive has no lines. */
export function lineText(at: Anchor): string {
  if (at.in !== 'file') return at.key;
  return /\.zip$/i.test(at.file) ? at.file : placeOf({ file: at.file, line: at.line });
}
