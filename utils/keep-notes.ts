import { type Draft, dropDraft, keepDraft, listDrafts } from '@/utils/store/drafts';
import { saveNote } from '@/utils/store/progress';
import type { StepKey } from '@/utils/store/schema';

/** Long enough for a word, short enough to be saved before one looks away. */
const QUIET_MS = 600;

/** Saves what is typed: at once as a draft, then as a note when the typing pauses or the popup goes away. */
export interface Notes {
  /** `from`: the note as it stood in the field before the typing began, to tell what another tab wrote meanwhile. */
  type(key: StepKey, text: string, from: string): void;
  /** Saves every draft now, those that an earlier popup left too. */
  flush(): Promise<void>;
}

/** A note being typed in this page. */
interface Typed extends Draft {
  from: string;
  /** What is kept of it as far as this page knows. */
  base: string;
  /** What another tab wrote of it meanwhile: it stays above what is typed here. */
  beside: string;
  waiting: boolean;
}

/**
 * `saved` and `failed` tell the person; `saved` is told whether another tab had written on one of the notes meanwhile,
 * `failed` gets what `saveNote` throws, and the draft stays.
 */
export function keepNotes(
  storage: Storage,
  saved: (beside: boolean) => void,
  failed: (error: unknown) => void,
): Notes {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Kept in memory too: the browser may refuse the draft, and another tab may type over it. */
  const typed = new Map<string, Typed>();

  let last: Promise<void> = Promise.resolve();

  /** One at a time: a second one that found the same drafts would announce them again. */
  function flush(): Promise<void> {
    clearTimeout(timer);
    last = last.then(saveWaiting);
    return last;
  }

  async function saveWaiting(): Promise<void> {
    const own = [...typed.values()].filter(({ waiting }) => waiting);
    const left = listDrafts(storage).filter(({ key }) => !typed.has(JSON.stringify(key)));
    if (own.length + left.length === 0) return;
    try {
      let beside = false;
      for (const note of own) beside = (await saveTyped(note)) || beside;
      for (const draft of left) {
        await saveNote(draft.key, draft.text, new Date().toISOString());
        dropDraft(storage, draft);
      }
      saved(beside);
    } catch (error) {
      failed(error);
    }
  }

  /** True when another tab had written on it. */
  async function saveTyped(note: Typed): Promise<boolean> {
    const { key, text, base } = note;
    const { text: kept, beside } = await saveNote(key, whole(note), new Date().toISOString(), base);
    dropDraft(storage, { key, text });
    note.base = kept;
    note.beside = beside ?? note.beside;
    // More may have been typed meanwhile.
    if (note.text === text) note.waiting = false;
    return beside !== undefined;
  }

  return {
    type(key, text, from) {
      const name = JSON.stringify(key);
      const known = typed.get(name);
      const note = known?.from === from ? known : { key, from, base: from, beside: '' };
      typed.set(name, Object.assign(note, { text, waiting: true }));
      keepDraft(storage, { key, text });
      clearTimeout(timer);
      timer = setTimeout(flush, QUIET_MS);
    },
    flush,
  };
}

/** What is typed, under what another tab wrote unless the person has taken that in. */
function whole({ text, beside }: Typed): string {
  return beside === '' || text.includes(beside) ? text : `${beside}\n${text}`;
}

/** What is told once notes are saved; `beside`: another tab had written on one of them. */
export function noteSaid(beside: boolean): string {
  return beside ? 'Note enregistrée, sous ce qu’un autre onglet y avait écrit.' : 'Note enregistrée.';
}
