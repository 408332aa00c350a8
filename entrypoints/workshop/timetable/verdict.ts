import type { TimetableResultsView } from '@/components/workshop/timetable/timetable-view';
import { plural } from '../names';
import type { ListedFinding } from '../protocol';
import type { TimetableState } from './state';

/** What else the verdict rests on: whether something was left uncontrolled, and « 640 séances, 24 classes ». */
interface Read {
  cautious: boolean;
  read: readonly string[];
}

/** What the control concludes, in one sentence. Pure. */
export function verdictOf(
  { sources }: Pick<TimetableState, 'sources'>,
  findings: readonly ListedFinding[],
  { cautious, read }: Read,
): TimetableResultsView['verdict'] {
  const [worst] = findings;
  const what = read.length > 0 ? ` (${read.join(', ')})` : '';
  // No rule speaks of them, and yet an import of the file may fail. Lists of EDT are not imported.
  const spoilt = sources.flatMap(({ envelope, problems }) => (envelope ? problems : [])).length;
  if (!worst && spoilt === 0)
    return cautious
      ? { grade: 'review', text: 'Rien à signaler dans ce qui a pu être lu, mais voyez les réserves.' }
      : { grade: 'pass', text: `Rien à signaler${what}.` };
  const found = findings.filter(({ review }) => !review).length;
  const doubtful = findings.length - found;
  const certain = found + spoilt;
  const said = [
    ...(certain > 0 ? [plural(certain, 'problème à réparer', 'problèmes à réparer')] : []),
    ...(doubtful > 0 ? [plural(doubtful, 'point à vérifier', 'points à vérifier')] : []),
  ];
  const grade = worst && !worst.review ? worst.impact : spoilt > 0 ? 'serious' : 'review';
  return { grade, text: `${said.join(', ')} avant l’import${what}.` };
}
