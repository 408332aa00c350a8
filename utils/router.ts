import type { ScreenStep } from '@/utils/core/screen-step';
import type { ImportControl, ImportRequest, ReportedImports, SentImport } from '@/utils/import-messages';
import type {
  Answer,
  JournalTold,
  Message,
  PeopleAsked,
  PeopleRecalled,
  PeopleSaid,
  ReadingRecord,
  ScreenAsked,
  SeenSchool,
  TabState,
} from '@/utils/messages';

/** Which tab and frame a message comes from, when it comes from one; `host`, with its port, when they show a site. */
export interface Sender {
  tab?: number;
  frame?: number;
  host?: string;
}

/** What the background can do. */
export interface Tools {
  seeSchool(school: SeenSchool): Promise<SeenSchool>;
  recordReading(record: ReadingRecord): Promise<void>;
  reportTab(state: TabState, tab: number, frame: number): Promise<void>;
  openWorkshop(): Promise<void>;
  bringPeople(tab: number, frame: number): Promise<void>;
  recallPeople(asked: PeopleAsked): Promise<PeopleRecalled>;
  rememberPeople(said: PeopleSaid): Promise<void>;
  controlForTab(request: ImportRequest, tab: number): Promise<ImportControl>;
  expectImport(sent: SentImport): Promise<void>;
  gapsFound(reported: ReportedImports): Promise<readonly string[]>;
  stepsForScreen(asked: ScreenAsked): Promise<readonly ScreenStep[]>;
  writeJournal(told: JournalTold): Promise<void>;
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
  return host === undefined || hostsIn(message).every((named) => named === host);
}

function hostsIn(message: Message): string[] {
  switch (message.name) {
    case 'school/seen':
      return [message.carries.host];
    case 'reading/record':
    case 'people/recall':
    case 'people/remember':
    case 'steps/for-screen':
    case 'journal/write':
      return [message.carries.school.host];
    case 'tab/state': {
      const { host, school } = message.carries;
      return school ? [host, school.host] : [host];
    }
    case 'workshop/open':
    case 'people/script':
    case 'import/control':
    case 'import/sent':
    case 'import/gaps':
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
    case 'workshop/open':
      await tools.openWorkshop();
      return null;
    case 'people/script':
      if (tab !== undefined) await tools.bringPeople(tab, frame);
      return null;
    case 'people/recall':
      return tools.recallPeople(message.carries);
    case 'people/remember':
      await tools.rememberPeople(message.carries);
      return null;
    case 'import/control':
      return tools.controlForTab(message.carries, tab ?? -1);
    case 'import/sent':
      await tools.expectImport(message.carries);
      return null;
    case 'import/gaps':
      return tools.gapsFound(message.carries);
    case 'steps/for-screen':
      return tools.stepsForScreen(message.carries);
    case 'journal/write':
      await tools.writeJournal(message.carries);
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
  'workshop/open',
  'people/script',
  'people/recall',
  'people/remember',
  'import/control',
  'import/sent',
  'import/gaps',
  'steps/for-screen',
  'journal/write',
] satisfies Message['name'][];

function isMessage(message: unknown): message is Message {
  if (typeof message !== 'object' || message === null) return false;
  const { name } = message as { name?: unknown };
  return typeof name === 'string' && NAMES.includes(name);
}
