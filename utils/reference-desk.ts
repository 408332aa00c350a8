import { isoDate } from './core/context';
import type { ColumnMapping } from './files/headers';
import { listedPeople } from './files/listed-people';
import { openReference, referenceWords } from './import-control';
import { takeUpload } from './import-desk';
import { fold } from './matching/fold';
import { standingsOf } from './matching/standings';
import type { WhoIsHere } from './matching/who-is-here';
import type {
  OpenedStrategy,
  ReferenceAnswer,
  ReferenceFound,
  ReferenceRequest,
  SeenPeople,
  SeenSoFar,
} from './reference-messages';
import { type SeenLists, seenLists } from './seen-lists';
import { loadKeptFiles } from './store/kept-files';
import { listMappings } from './store/mappings';
import { listSchools } from './store/schools';
import { tabOnSite } from './tab-schools';

/**
 * A list of who is here: in memory only, by tab and by the site it shows, for as long as the tab is open and the
 * background awake.
 */
interface Reference extends Omit<WhoIsHere, 'seen'> {
  list: string;
}

const given = new Map<string, Reference>();
const seen = new Map<string, SeenLists>();
const openedIn = new Map<string, Map<string, OpenedStrategy>>();

const LOST =
  'La liste n’est pas arrivée entière, rien n’a été comparé. Rechargez la page, puis donnez-la à nouveau.';

/** Answers who of the people of a screen is in the reference list. @throws {StorageProblem} */
export async function askReference(
  request: ReferenceRequest,
  tab: number,
  frame: number,
): Promise<ReferenceAnswer> {
  const { opened } = request;
  const place = await tabOnSite(tab);
  const known = openedIn.get(place) ?? new Map<string, OpenedStrategy>();
  if (opened) openedIn.set(place, known.set([opened.strategy, opened.organisation].join('|'), opened));
  return { ...(await compare(request, tab, frame, place)), opened: [...known.values()] };
}

async function compare(
  { upload, people }: ReferenceRequest,
  tab: number,
  frame: number,
  place: string,
): Promise<ReferenceFound> {
  const problems: string[] = [];
  if (upload) {
    const files = takeUpload(tab, frame, upload.name, upload.files);
    if (!files) return { kind: 'none', problems: [LOST] };
    const read = await readReference(files);
    problems.push(...read.problems);
    if (!read.reference) return { kind: 'none', problems };
    given.set(place, read.reference);
  }
  const lists = seen.get(place);
  const reference = given.get(place) ?? (await keptReference(problems)) ?? lists?.reference();
  const unfinished = reference ? undefined : lists?.unfinished();
  if (unfinished) problems.push(unfinished);
  if (!reference) return { kind: 'none', problems };
  const known = await listSchools().catch(() => []);
  const names = new Map(known.map(({ name, uai }) => [fold(name), uai]));
  const standings = standingsOf(people, { ...reference, seen: lists?.names() ?? new Set() }, (organisation) =>
    names.get(fold(organisation)),
  );
  return { kind: 'done', list: reference.list, standings, problems };
}

/** Remembers, for the life of the tab, whom the ENT's own lists show; answers how much of a list of accounts was read. */
export async function learnSeen(shown: SeenPeople, tab: number): Promise<SeenSoFar | null> {
  const place = await tabOnSite(tab);
  const lists = seen.get(place) ?? seenLists();
  seen.set(place, lists);
  return lists.learn(shown);
}

/** A tab is closed: the lists that it gave or showed go. */
export function forgetReference(tab: number): void {
  for (const lists of [given, seen, openedIn])
    for (const place of lists.keys()) if (place.startsWith(`${tab}|`)) lists.delete(place);
}

async function keptReference(problems: string[]): Promise<Reference | undefined> {
  const kept = await loadKeptFiles(isoDate(new Date()));
  if (!kept) return undefined;
  const read = await readReference(kept.files, kept.keptOn);
  problems.push(...read.problems);
  return read.reference;
}

async function readReference(
  files: readonly { name: string; bytes: Uint8Array }[],
  keptOn?: string,
): Promise<{ reference?: Reference; problems: readonly string[] }> {
  const mappings = await listMappings().catch(() => []);
  const { rosters, problems } = openReference(files, mappings as readonly ColumnMapping[]);
  const { people, roles } = listedPeople(rosters);
  if (people.length === 0) return { problems };
  return { reference: { people, roles, list: referenceWords(rosters, keptOn) }, problems };
}
