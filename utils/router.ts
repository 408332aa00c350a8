import type { EntId } from '@/utils/core/facts';
import type { KeptCourses } from '@/utils/core/timetable-facts';
import type {
  FilePiece,
  ImportControl,
  ImportRequest,
  LikelyAnswer,
  LikelyRequest,
  ReportedImports,
  SentImport,
} from '@/utils/import-messages';
import type {
  Answer,
  EnrolmentSaid,
  KeptEnrolment,
  KnownPages,
  KnownYear,
  Message,
  PeopleAsked,
  PeopleRecalled,
  PeopleSaid,
  ReadingRecord,
  RecalledSchool,
  SaidOfYear,
  SeenSchool,
  TabState,
} from '@/utils/messages';
import type { ReferenceAnswer, ReferenceRequest, SeenPeople } from '@/utils/reference-messages';
import type { SentTimetable, TimetableControl, TimetableRequest } from '@/utils/timetable-messages';

/** Which tab and frame a message comes from, when it comes from one; `host`, with its port, when they show a site. */
export interface Sender {
  tab?: number;
  frame?: number;
  host?: string;
}

/** What the background can do. */
export interface Tools {
  seeSchool(school: SeenSchool): Promise<RecalledSchool>;
  recordReading(record: ReadingRecord): Promise<void>;
  reportTab(state: TabState, tab: number, frame: number): Promise<void>;
  knownPages(host: string): Promise<KnownPages>;
  knownYear(school: SeenSchool): Promise<KnownYear>;
  sayOfYear(said: SaidOfYear): Promise<KnownYear>;
  openWorkshop(): Promise<void>;
  bringOverlay(ent: EntId, tab: number, frame: number): Promise<void>;
  bringPeople(tab: number, frame: number): Promise<void>;
  recallPeople(asked: PeopleAsked): Promise<PeopleRecalled>;
  rememberPeople(said: PeopleSaid): Promise<void>;
  receivePiece(piece: FilePiece, tab: number, frame: number): Promise<void>;
  controlForTab(request: ImportRequest, tab: number, frame: number): Promise<ImportControl>;
  askReference(request: ReferenceRequest, tab: number, frame: number): Promise<ReferenceAnswer>;
  learnSeen(seen: SeenPeople, tab: number): Promise<void>;
  expectImport(sent: SentImport): Promise<void>;
  gapsFound(reported: ReportedImports): Promise<readonly string[]>;
  likelyForTab(request: LikelyRequest, tab: number, frame: number): Promise<LikelyAnswer>;
  expectedCourses(uai: string): Promise<KeptCourses | null>;
  recallEnrolments(host: string): Promise<readonly KeptEnrolment[]>;
  sayEnrolment(said: EnrolmentSaid): Promise<readonly KeptEnrolment[]>;
  controlTimetable(request: TimetableRequest, tab: number, frame: number): Promise<TimetableControl>;
  rememberTimetable(sent: SentTimetable): Promise<void>;
}

/** Answers one message; `undefined` for what is not ours to answer. Never throws, never rejects: errors are told. */
export function route(message: unknown, sender: Sender, tools: Tools): Promise<Answer> | undefined {
  if (!isMessage(message)) return undefined;
  if (!isOfItsOwnSite(message, sender)) return Promise.resolve({ ok: false, error: OTHER_SITE });
  return told(handle(message, sender, tools));
}

const OTHER_SITE =
  'Ce qui vient d’être lu porte l’adresse d’un autre site que celui de l’onglet : rien n’a été enregistré. Rechargez la page.';

/** No page can forge our messages, but a mistake of ours must not write one school's reading under another's. */
function isOfItsOwnSite(message: Message, { host }: Sender): boolean {
  // Only the screens of a site choose files to be imported; our own pages have the workshop for that.
  if (host === undefined) return !/^(?:import|reference)\//.test(message.name);
  return hostsIn(message).every((named) => named === host);
}

function hostsIn(message: Message): string[] {
  switch (message.name) {
    case 'school/seen':
    case 'pages/known':
    case 'year/known':
      return [message.carries.host];
    case 'reading/record':
    case 'people/recall':
    case 'people/remember':
    case 'year/say':
      return [message.carries.school.host];
    case 'tab/state': {
      const { host, school } = message.carries;
      return school ? [host, school.host] : [host];
    }
    case 'import/piece':
    case 'import/control':
    case 'import/sent':
    case 'import/gaps':
    case 'timetable/control':
    case 'timetable/sent':
    case 'import/likely':
    case 'import/expected':
    case 'enrolment/recall':
    case 'reference/ask':
    case 'reference/seen':
      return [message.carries.host];
    case 'enrolment/said': {
      const { host, school } = message.carries;
      return school ? [host, school.host] : [host];
    }
    case 'workshop/open':
    case 'overlay/script':
    case 'people/script':
      return [];
  }
}

async function handle(message: Message, { tab, frame = 0 }: Sender, tools: Tools): Promise<unknown> {
  switch (message.name) {
    case 'school/seen':
      return tools.seeSchool(message.carries);
    case 'reading/record':
      await tools.recordReading(message.carries);
      return null;
    case 'tab/state':
      if (tab !== undefined) await tools.reportTab(message.carries, tab, frame);
      return null;
    case 'pages/known':
      return tools.knownPages(message.carries.host);
    case 'year/known':
      return tools.knownYear(message.carries);
    case 'year/say':
      return tools.sayOfYear(message.carries);
    case 'workshop/open':
      await tools.openWorkshop();
      return null;
    case 'overlay/script':
      if (tab !== undefined) await tools.bringOverlay(message.carries, tab, frame);
      return null;
    case 'people/script':
      if (tab !== undefined) await tools.bringPeople(tab, frame);
      return null;
    case 'people/recall':
      return tools.recallPeople(message.carries);
    case 'people/remember':
      await tools.rememberPeople(message.carries);
      return null;
    case 'import/piece':
      await tools.receivePiece(message.carries, tab ?? -1, frame);
      return null;
    case 'import/control':
      return tools.controlForTab(message.carries, tab ?? -1, frame);
    case 'reference/ask':
      return tools.askReference(message.carries, tab ?? -1, frame);
    case 'reference/seen':
      await tools.learnSeen(message.carries, tab ?? -1);
      return null;
    case 'import/sent':
      await tools.expectImport(message.carries);
      return null;
    case 'import/gaps':
      return tools.gapsFound(message.carries);
    case 'import/likely':
      return tools.likelyForTab(message.carries, tab ?? -1, frame);
    case 'import/expected':
      return tools.expectedCourses(message.carries.uai);
    case 'enrolment/recall':
      return tools.recallEnrolments(message.carries.host);
    case 'enrolment/said':
      return tools.sayEnrolment(message.carries);
    case 'timetable/control':
      return tools.controlTimetable(message.carries, tab ?? -1, frame);
    case 'timetable/sent':
      await tools.rememberTimetable(message.carries);
      return null;
  }
}

async function told(work: Promise<unknown>): Promise<Answer> {
  try {
    return { ok: true, value: await work };
  } catch (error) {
    return { ok: false, error: inFrench(error) };
  }
}

/** Our own errors already speak French, and a storage problem also says what to do; a browser's don't. */
function inFrench(error: unknown): string {
  if (error instanceof Error && 'advice' in error) return `${error.message} ${error.advice}`;
  return 'Vigie n’a pas pu enregistrer ce qui vient d’être lu. Rechargez la page ; si cela se reproduit, redémarrez le navigateur.';
}

const NAMES: readonly string[] = [
  'school/seen',
  'reading/record',
  'tab/state',
  'pages/known',
  'year/known',
  'year/say',
  'workshop/open',
  'overlay/script',
  'people/script',
  'people/recall',
  'people/remember',
  'import/piece',
  'import/control',
  'import/sent',
  'import/gaps',
  'import/likely',
  'import/expected',
  'enrolment/recall',
  'enrolment/said',
  'reference/ask',
  'reference/seen',
  'timetable/control',
  'timetable/sent',
] satisfies Message['name'][];

function isMessage(message: unknown): message is Message {
  if (typeof message !== 'object' || message === null) return false;
  const { name } = message as { name?: unknown };
  return typeof name === 'string' && NAMES.includes(name);
}
