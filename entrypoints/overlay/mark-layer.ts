import { type Grade, gradeOf } from '@/components/impact-icon';
import type { Mark } from '@/components/overlay/marks';
import type { RuleResult } from '@/utils/core/audit';
import { compareImpact } from '@/utils/core/audit';
import { type Anchor, anchorKey, type PageId } from '@/utils/core/facts';
import { type PersonVerdict, type Said, type Standing, standingOf } from '@/utils/core/person';
import type { Impact, RuleTexts } from '@/utils/core/rule';
import { type Spot, spotBeside } from './mark-spot';

/** A row of the page that a finding concerns. `text` is what it said when it was found: rows are reused and moved. */
interface MarkedRow {
  key: string;
  element: Element;
  text: string;
  clip: Element | undefined;
  grade: Grade;
  verdict?: Standing;
  title: string;
  after: boolean;
  /** Where its mark stands, as long as the row keeps its place and size across the window. */
  spot?: Spot & { for: string };
}

/** Everything on the screen that a finding concerns, each row once, with its verdict or else its worst finding. */
export function markedRows(
  results: readonly RuleResult[],
  rules: ReadonlyMap<string, RuleTexts>,
  places: ReadonlyMap<PageId, ReadonlyMap<string, Element>>,
  verdicts: ReadonlyMap<string, PersonVerdict> = new Map(),
  said: ReadonlyMap<string, Said> = new Map(),
): Map<string, MarkedRow> {
  const rows = new Map<string, MarkedRow>();
  const clips = new Map<Element | null, Element | undefined>();
  const add = (at: Anchor, grade: Grade, title: string) => {
    if (at.in !== 'page') return;
    const element = places.get(at.page)?.get(at.key);
    if (!element) return;
    const key = anchorKey(at);
    const known = rows.get(key);
    if (known && !isWorse(grade, known.grade)) return;
    const parent = element.parentElement;
    if (!clips.has(parent)) clips.set(parent, scrollerOf(parent));
    rows.set(key, {
      key,
      element,
      text: element.textContent ?? '',
      clip: clips.get(parent),
      grade,
      title,
      after: isInline(element),
    });
  };
  if (places.size === 0) return rows;
  for (const { rule: id, flags } of results) {
    const rule = rules.get(id);
    if (!rule) continue;
    for (const { at, also = [], review, cardOnly, holds, verdict } of flags) {
      // A click that would be held must not come as a surprise: its person is marked, were it not worth listing.
      if (cardOnly && !(verdict && holds) && !isKept(at, said)) continue;
      for (const anchor of [at, ...also]) add(anchor, gradeOf(rule, review ?? false), rule.title);
    }
  }
  for (const [key, row] of rows) {
    const found = verdicts.get(key);
    if (!found) continue;
    const verdict = standingOf(found.verdict, isKept(found.at, said) ? 'kept' : undefined);
    const title = verdict === 'kept' ? KEPT : (found.reasons[0]?.says ?? row.title);
    rows.set(key, { ...row, verdict, title });
  }
  return rows;
}

/** True for whom somebody decided to keep: the click that would undo it is held too. */
function isKept(at: Anchor, said: ReadonlyMap<string, Said>): boolean {
  return at.in === 'page' && at.link !== undefined && said.get(at.link) === 'kept';
}

const KEPT = 'vous l’avez décidé pour cette année scolaire';

function isInline(element: Element): boolean {
  return getComputedStyle(element).display.startsWith('inline');
}

function isWorse(grade: Grade, than: Grade): boolean {
  if (!isHarm(grade)) return false;
  return !isHarm(than) || compareImpact(impactOf(grade), impactOf(than)) < 0;
}

type Harm = Exclude<Grade, 'review' | 'unproved' | 'pass'>;

function isHarm(grade: Grade): grade is Harm {
  return grade !== 'review' && grade !== 'unproved' && grade !== 'pass';
}

/** What vanishes by itself stands with what is important. */
function impactOf(grade: Harm): Impact {
  return grade === 'vanishing' ? 'serious' : grade;
}

/** The nearest ancestor that scrolls: rows outside its window are not seen. */
export function scrollerOf(element: Element | null): Element | undefined {
  for (let one = element; one && one !== document.documentElement; one = one.parentElement) {
    if (/auto|scroll|hidden/.test(getComputedStyle(one).overflowY)) return one;
  }
  return undefined;
}

/**
 * The marks to draw now: rows that are still what they were and inside their scrolling box. Reads every rectangle
 * before anything is written, so that a scroll costs one layout.
 */
export function visibleMarks(rows: Iterable<MarkedRow>, shownKey: string | undefined): Mark[] {
  const windows = new Map<Element | undefined, { top: number; bottom: number }>();
  const columns = new Map<Element | null, number>();
  const marks: Mark[] = [];
  for (const row of rows) {
    const { key, element, text, clip, grade, verdict, title, after } = row;
    if (!element.isConnected || element.textContent !== text) continue;
    const box = element.getBoundingClientRect();
    const { top, bottom, left, width, height } = box;
    if (height === 0) continue;
    let bounds = windows.get(clip);
    if (!bounds) {
      const view = clip?.getBoundingClientRect();
      bounds = {
        top: Math.max(0, view?.top ?? 0),
        bottom: Math.min(innerHeight, view?.bottom ?? innerHeight),
      };
      windows.set(clip, bounds);
    }
    const middle = (top + bottom) / 2;
    if (middle < bounds.top || middle > bounds.bottom) continue;
    const at = `${left} ${width} ${height} ${innerWidth}`;
    const parent = element.parentElement;
    if (row.spot?.for !== at) row.spot = { ...spotBeside(element, box, after, columns.get(parent)), for: at };
    const { bar, icon } = row.spot;
    if (icon) columns.set(parent, icon.left);
    const shown = key === shownKey;
    const place = { top, left, width, height, bar, ...(icon && { icon }) };
    marks.push({ key, ...place, grade, ...(verdict && { verdict }), title, shown, after });
  }
  return marks;
}
