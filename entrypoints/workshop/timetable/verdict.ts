import type { TimetableResultsView } from '@/components/workshop/timetable/timetable-view';
import { plural } from '../names';
import type { ListedFinding } from '../protocol';
import type { PeopleCounts } from './protocol';
import type { TimetableState } from './state';
import { lostOf } from './words';

/** What else the verdict rests on. */
interface Read {
  /** Something was left uncontrolled. */
  cautious: boolean;
  /** « 640 séances, 24 classes ». */
  read: readonly string[];
  people: readonly PeopleCounts[];
}

/** What the control concludes, in one sentence. Pure. */
export function verdictOf(
  { sources }: Pick<TimetableState, 'sources'>,
  findings: readonly ListedFinding[],
  { cautious, read, people }: Read,
): TimetableResultsView['verdict'] {
  const [worst] = findings;
  const what = read.length > 0 ? ` (${read.join(', ')})` : '';
  // No rule speaks of them, and yet an import of the file may fail. Lists of EDT are not imported.
  const spoilt = sources.flatMap(({ envelope, problems }) => (envelope ? problems : [])).length;
  const sum = (count: (one: PeopleCounts) => number) => people.reduce((total, one) => total + count(one), 0);
  const [lost, unsure] = [sum(lostOf), sum(({ doubtful }) => doubtful)];
  if (!worst && spoilt === 0 && lost === 0 && unsure === 0)
    return cautious
      ? { grade: 'review', text: 'Rien à signaler dans ce qui a pu être lu, mais voyez les réserves.' }
      : { grade: 'pass', text: `Rien à signaler${what}.` };
  const found = findings.filter(({ review }) => !review).length;
  const doubtful = findings.length - found;
  const certain = found + spoilt;
  const mend = [
    ...(certain > 0 ? [plural(certain, 'problème à réparer', 'problèmes à réparer')] : []),
    ...(doubtful > 0 ? [plural(doubtful, 'point à vérifier', 'points à vérifier')] : []),
  ];
  const said = [
    ...(mend.length > 0 ? [`${mend.join(', ')} avant l’import`] : []),
    ...(lost > 0
      ? [plural(lost, 'personne ne sera pas réconciliée', 'personnes ne seront pas réconciliées')]
      : []),
    ...(unsure > 0 ? [plural(unsure, 'personne à vérifier', 'personnes à vérifier')] : []),
  ];
  const grade = worst && !worst.review ? worst.impact : spoilt + lost > 0 ? 'serious' : 'review';
  return { grade, text: `${said.join(', ')}${what}.` };
}
