import { anchorKey, type User } from '@/utils/core/facts';

/** How the console itself shows, on their screens, what two people of one name may differ in; most telling first. */
const MARKS: readonly ((user: User) => string)[] = [
  ({ classes = [] }) => (classes.length > 0 ? classes.join(', ') : 'sans classe ici'),
  ({ attachedTo = [], attachment }) =>
    attachment === 'here'
      ? 'rattachement ici'
      : attachedTo.length > 0
        ? `rattachement ${attachedTo.join(', ')}`
        : '',
  ({ source }) => (source ? `source ${SOURCE_WORDS[source] ?? source}` : ''),
  ({ structures = [] }) => (structures.length > 1 ? `${structures.length} établissements` : ''),
  ({ createdOn }) => (createdOn ? `créé le ${createdOn.split('-').reverse().join('/')}` : ''),
];

/** As « Sources » words them in the console (domain Edifice §4.2). */
const SOURCE_WORDS: Readonly<Record<string, string>> = {
  MANUAL: '« Manuel »',
  CLASS_PARAM: '« Paramétrage de la classe »',
};

/**
 * What tells apart the people who share a name and a profile, by the address of their screen: as few marks as do, then
 * the end of the identifier that « Identité » shows. Who has no namesake is left out. Pure.
 */
export function tellApart(users: readonly User[]): Map<string, string> {
  const byKey = new Map<string, User[]>();
  for (const user of users) {
    const key = anchorKey(user.at);
    const same = byKey.get(key);
    if (same) same.push(user);
    else byKey.set(key, [user]);
  }
  const apart = new Map<string, string>();
  for (const same of byKey.values()) {
    if (same.length < 2) continue;
    for (const [index, words] of marksOf(same).entries()) {
      const at = same[index]?.at;
      if (at?.in === 'page' && at.link) apart.set(at.link, words);
    }
  }
  return apart;
}

/** The marks of each, in their order. */
function marksOf(same: readonly User[]): string[] {
  let marks: string[][] = same.map(() => []);
  for (const mark of MARKS) {
    const values = same.map(mark);
    if (new Set(values).size < 2) continue;
    marks = marks.map((each, index) => [...each, ...(values[index] ? [values[index]] : [])]);
    if (areDistinct(marks)) return marks.map(worded);
  }
  return marks.map((each, index) => worded([...each, `identifiant …${(same[index]?.id ?? '').slice(-6)}`]));
}

function areDistinct(marks: readonly (readonly string[])[]): boolean {
  return new Set(marks.map(worded)).size === marks.length && marks.every((each) => each.length > 0);
}

function worded(marks: readonly string[]): string {
  return marks.join(', ');
}
