import { fold } from '@/utils/matching/fold';

/** A school year written in a name. `endsIn` is the calendar year of its summer. */
export interface NamedYear {
  endsIn: number;
  /** As it stands in the name. */
  written: string;
  /** False for « 24-25 » or a lone « 2024 », which may mean something else. */
  certain: boolean;
}

const DASH = '[-/_–—]';
const LONG_PAIR = new RegExp(`(?<!\\d)(20\\d\\d)\\s*${DASH}\\s*(20)?(\\d\\d)(?!\\d)`);
const SHORT_PAIR = new RegExp(`(?<!\\d)(\\d\\d)\\s*${DASH}\\s*(\\d\\d)(?!\\d)`);
const LONE_YEAR = /(?<!\d)(20\d\d)(?!\d)/;

/** Before this, two figures are more likely a class, an age or an hour than a school year. */
const OLDEST_SHORT_YEAR = 15;
const NEWEST_SHORT_YEAR = 45;

/**
 * The school year that a group's name carries (source 004, p. 17: write the year in every manual group's name).
 * Only consecutive years count: « 2022-2023 », « 2022/23 », « 22-23 », or a lone « 2022 ».
 */
export function schoolYearIn(name: string): NamedYear | undefined {
  const long = LONG_PAIR.exec(name);
  if (long) {
    const [written, first = '', , second = ''] = long;
    const starts = Number(first);
    if (Number(second) === (starts + 1) % 100) return { endsIn: starts + 1, written, certain: true };
  }
  const short = SHORT_PAIR.exec(name);
  if (short) {
    const [written, first = '', second = ''] = short;
    const starts = Number(first);
    const plausible = starts >= OLDEST_SHORT_YEAR && starts <= NEWEST_SHORT_YEAR;
    if (plausible && Number(second) === starts + 1) return { endsIn: 2001 + starts, written, certain: false };
  }
  const lone = LONE_YEAR.exec(name);
  if (lone) return { endsIn: Number(lone[1]), written: lone[0], certain: false };
  return undefined;
}

/**
 * True for the group that holds who may assign GAR resources, in every spelling seen: the platform's `RESP-AFFECT-GAR`,
 * the guide's « Resp-Affect-GAR » and « Resp Affect Gar » (source 004 pp. 17 and 20; domain Edifice §4.5).
 */
export function isGarGroup(name: string): boolean {
  return /^(les )?resp(onsables?)?( d)? ?affect(ations?)?( des)?( ressources?)?( du)? ?gar\b/.test(
    fold(name),
  );
}
