import type { Grade } from '@/components/impact-icon';
import type { DetectorRowView, DetectorsView } from '@/components/workshop/detectors/view';
import type { Detector, DetectorGroup } from '@/utils/detectors';
import {
  countWords,
  DETECTOR_WORDS,
  type DetectorLine,
  type DetectorState,
  detectorsSheet,
  frenchDay,
  isUnusual,
} from '@/utils/report/detectors-sheet';
import type { StoredDetector } from '@/utils/store/detectors';

/** What is known of the detectors on this computer. */
export interface KnownDetectors {
  groups: readonly DetectorGroup[];
  off: ReadonlySet<string>;
  counted: ReadonlyMap<string, StoredDetector>;
  /** When each rule last concluded something here, whichever the school: ISO instants (`ruledHere`). */
  ruled: ReadonlyMap<string, string>;
}

/** Who asks, and when. */
export interface AskedOf {
  vigie: string;
  browser: string;
  /** ISO instant. */
  at: string;
}

const GRADES: Record<DetectorState, Grade> = {
  off: 'serious',
  'unknown-version': 'serious',
  failed: 'review',
  working: 'pass',
  unseen: 'minor',
};

export function detectorsView(
  known: KnownDetectors,
  unusual: boolean,
  asked: AskedOf,
): Pick<DetectorsView, 'summary' | 'groups' | 'sheet' | 'unusual'> {
  const groups = known.groups.map(({ id, title, detectors }) => {
    const lines = detectors.map((one) => lineOf(one, known));
    return { id, title, lines };
  });
  const shown = groups.map(({ id, title, lines }) => {
    const rows = unusual ? lines.filter(isUnusual) : lines;
    const count = `${rows.length} sur ${lines.length}`;
    return {
      id,
      title,
      count: unusual ? count : String(lines.length),
      rows: rows.map((one) => rowOf(one, known)),
    };
  });
  return {
    unusual,
    summary: countWords(groups.flatMap(({ lines }) => lines)),
    groups: shown.filter(({ rows }) => rows.length > 0),
    sheet: detectorsSheet({ ...asked, groups }),
  };
}

/** A page was understood again since it was not: then its version is known. */
export function lineOf({ id, kind, title }: Detector, { off, counted, ruled }: KnownDetectors): DetectorLine {
  const seen = counted.get(id);
  const workedAt = latest(ruled.get(id), seen?.workedAt);
  const failedAt = seen?.failedAt;
  const isLost = failedAt !== undefined && (workedAt === undefined || workedAt < failedAt);
  const state: DetectorState = off.has(id)
    ? 'off'
    : isLost
      ? kind === 'screen'
        ? 'unknown-version'
        : 'failed'
      : workedAt === undefined
        ? 'unseen'
        : 'working';
  return {
    id,
    title,
    state,
    ...(workedAt !== undefined && { workedAt }),
    ...(failedAt !== undefined && { failedAt }),
    ...(seen?.why !== undefined && { why: seen.why }),
    ...(seen?.on !== undefined && { on: seen.on }),
  };
}

function latest(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one > other ? one : other;
}

function rowOf(line: DetectorLine, { counted }: KnownDetectors): DetectorRowView {
  const { id, title, state, workedAt, failedAt, why, on } = line;
  const { worked = 0, failed = 0 } = counted.get(id) ?? {};
  const lost = isUnusual(line) && state !== 'off' && failedAt;
  const times = (count: number) => (count > 1 ? `, ${count} fois` : '');
  return {
    id,
    title,
    on: state !== 'off',
    state: DETECTOR_WORDS[state],
    grade: GRADES[state],
    ...(workedAt && { seen: `Vu à l’œuvre le ${frenchDay(workedAt)}${times(worked)}` }),
    ...(lost && {
      why: `Le ${frenchDay(failedAt)}${on ? ` sur ${on}` : ''}${times(failed)}${why ? ` : ${why}` : ''}`,
    }),
  };
}
