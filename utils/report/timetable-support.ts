import type { School } from '@/utils/core/context';
import type { FactName } from '@/utils/core/facts';
import type { Finding } from '@/utils/core/finding';
import type { Rule } from '@/utils/core/rule';
import type { TimetableFile } from '@/utils/core/timetable-facts';
import type { SupportText } from './import-failure';

/** What was found in a timetable file, to be handed to whoever helps. */
export interface TimetableSummary {
  school?: Pick<School, 'name' | 'uai'>;
  file?: TimetableFile;
  /** « 640 cours », as they are counted on screen. */
  read: readonly string[];
  findings: readonly Finding[];
  rules: readonly Rule[];
  /** « 12 élèves non réconciliés ». */
  people: readonly string[];
}

/** Subjects of a finding that are named: the others are counted. */
const NAMED = 5;

/** Rules on these alone have people for subjects: they are counted, never named, since the text leaves the school. */
const PEOPLE: readonly FactName[] = ['timetablePupils', 'timetableTeachers'];

/** The message to send when a timetable file is to be looked at by the support of the platform or of EDT. */
export function timetableSupportText({
  school,
  file,
  read,
  findings,
  rules,
  people,
}: TimetableSummary): SupportText {
  const uai = school?.uai ?? file?.uai;
  const name = school?.name || file?.schoolName;
  const named = [name, uai && `(${uai})`].filter(Boolean).join(' ') || '(à compléter)';
  const of = (label: string, value: string | undefined) => (value ? [`${label}${COLON}${value}`] : []);
  const made = file?.madeOn?.slice(0, 10).split('-').reverse().join('/');
  return {
    subject: `Import EDT – ${named} – contrôle avant import`,
    body: [
      'Bonjour,',
      '',
      'Avant son import, notre fichier d’emploi du temps présente les points suivants.',
      '',
      `Établissement${COLON}${named}`,
      ...of('Logiciel', file?.software?.text),
      ...of('Fichier produit le', made),
      ...of('Socles du fichier', file?.partners?.join(', ')),
      ...of('Lu', read.join(', ')),
      ...of('Personnes', people.join(', ')),
      '',
      findings.length > 0 ? `Constats${COLON.trimEnd()}` : 'Aucun constat sur les cours.',
      ...findings.map((finding) => findingLine(finding, rules)),
      '',
      'Cordialement,',
      '',
    ].join('\n'),
  };
}

const COLON = '\u00A0: ';

function findingLine({ rule: id, title, places, review }: Finding, rules: readonly Rule[]): string {
  const needs = rules.find((rule) => rule.id === id)?.needs ?? [];
  const doubt = review ? ', à vérifier' : '';
  const count = `- ${title} (${places.length}${doubt})`;
  if (needs.some((fact) => PEOPLE.includes(fact)) && !needs.includes('lessons')) return count;
  const subjects = [...new Set(places.map(({ subject }) => subject))];
  const rest = subjects.length > NAMED ? `, et ${subjects.length - NAMED} de plus` : '';
  return `${count}${COLON}${subjects.slice(0, NAMED).join(', ')}${rest}`;
}
