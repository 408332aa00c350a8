import type { Answer, MessageName, Messages } from '@/utils/messages';

/**
 * Which tab and frame a message comes from, when it comes from one; `host`, with its port, when they show a site, or an
 * empty one where a frame has no address that tells whose it is (`about:blank`).
 */
export interface Sender {
  tab?: number;
  frame?: number;
  host?: string;
}

/** What a browser says of who sends a message. */
interface Told {
  tab?: { id?: number | undefined } | undefined;
  frameId?: number | undefined;
  url?: string | undefined;
  /** An `about:blank` belongs to the site that made it: only this tells. */
  origin?: string | undefined;
}

/**
 * Who sends a message. Our own pages aren't sites: they speak of whichever school they show. All else is one.
 * @param own the address that our own pages begin with
 */
export function senderOf({ tab, frameId, url = '', origin = '' }: Told, own: string): Sender {
  const site = [url, origin].find((address) => address.startsWith('https://'));
  return {
    ...(tab?.id !== undefined && { tab: tab.id }),
    ...(frameId !== undefined && { frame: frameId }),
    ...(!url.startsWith(own) && { host: site === undefined ? '' : new URL(site).host }),
  };
}

/** Where an answer goes to; our own pages have no tab, and stand in no frame but the first. */
interface Asker {
  tab?: number;
  frame: number;
}

/** A message that waits for nothing may be answered with anything. */
type Answered<N extends MessageName> = [Messages[N]['answers']] extends [null]
  ? unknown
  : Messages[N]['answers'];

/** Who answers each message. */
export type Answers = {
  readonly [N in MessageName]: (carries: Messages[N]['carries'], from: Asker) => Promise<Answered<N>>;
};

/** Answers one message; `undefined` for what is not ours to answer. Never throws, never rejects: errors are told. */
export function route(message: unknown, sender: Sender, answers: Answers): Promise<Answer> | undefined {
  if (!isMessage(message, answers)) return undefined;
  const { name, carries } = message;
  if (!isOfItsOwnSite(message, sender)) return Promise.resolve({ ok: false, error: OTHER_SITE });
  const { tab, frame = 0 } = sender;
  const answer = answers[name] as (carries: unknown, from: Asker) => Promise<unknown>;
  return answered(() => answer(carries, { frame, ...(tab !== undefined && { tab }) }));
}

const OTHER_SITE =
  'Ce qui vient d’être lu porte l’adresse d’un autre site que celui de l’onglet : rien n’a été enregistré. Rechargez la page.';

/** Only the screens of a site choose files to be imported and name people; our own pages have the workshop for that. */
const OF_A_SITE = /^(?:import|reference|wizard)\//;

/** No page can forge our messages, but a mistake of ours must not write one school's reading under another's. */
function isOfItsOwnSite({ name, carries }: OurMessage, { host }: Sender): boolean {
  if (host === undefined) return !OF_A_SITE.test(name);
  if (host === '') return false;
  return hostsIn(carries).every((named) => named === host);
}

/** The sites that a message speaks of: its own, and its school's. */
function hostsIn(carries: unknown): unknown[] {
  const { host, school } = (carries ?? {}) as { host?: unknown; school?: { host?: unknown } | string };
  const ofSchool = typeof school === 'object' ? school.host : undefined;
  return [host, ofSchool].filter((named) => named !== undefined);
}

async function answered(answer: () => Promise<unknown>): Promise<Answer> {
  try {
    return { ok: true, value: (await answer()) ?? null };
  } catch (error) {
    return { ok: false, error: inFrench(error) };
  }
}

/** Our own errors already speak French, and a storage problem also says what to do; a browser's don't. */
function inFrench(error: unknown): string {
  if (error instanceof Error && 'advice' in error) return `${error.message} ${error.advice}`;
  return 'Vigie n’a pas pu enregistrer ce qui vient d’être lu. Rechargez la page ; si cela se reproduit, redémarrez le navigateur.';
}

interface OurMessage {
  name: MessageName;
  carries: unknown;
}

function isMessage(message: unknown, answers: Answers): message is OurMessage {
  if (typeof message !== 'object' || message === null) return false;
  const { name } = message as { name?: unknown };
  return typeof name === 'string' && Object.hasOwn(answers, name);
}
