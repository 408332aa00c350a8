import { dropDraft, keepDraft, listDrafts } from '@/utils/store/drafts';
import { saveNote } from '@/utils/store/progress';
import type { StepKey } from '@/utils/store/schema';

/** Long enough for a word, short enough to be saved before one looks away. */
const QUIET_MS = 600;

/** Saves what is typed: at once as a draft, then as a note when the typing pauses or the popup goes away. */
export interface Notes {
  type(key: StepKey, text: string): void;
  /** Saves every draft now, those that an earlier popup left too. */
  flush(): Promise<void>;
}

/** `saved` and `failed` tell the person; `failed` gets what `saveNote` throws, and the draft stays. */
export function keepNotes(storage: Storage, saved: () => void, failed: (error: unknown) => void): Notes {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Typed, and in no storage at all: the browser refused even the draft. */
  const unkept = new Map<string, { key: StepKey; text: string }>();

  let last: Promise<void> = Promise.resolve();

  /** One at a time: a second one that found the same drafts would announce them again. */
  function flush(): Promise<void> {
    clearTimeout(timer);
    last = last.then(saveWaiting);
    return last;
  }

  async function saveWaiting(): Promise<void> {
    const waiting = [...listDrafts(storage), ...unkept.values()];
    if (waiting.length === 0) return;
    try {
      for (const draft of waiting) {
        await saveNote(draft.key, draft.text, new Date().toISOString());
        dropDraft(storage, draft);
        unkept.delete(JSON.stringify(draft.key));
      }
      saved();
    } catch (error) {
      failed(error);
    }
  }

  return {
    type(key, text) {
      const name = JSON.stringify(key);
      if (keepDraft(storage, { key, text })) unkept.delete(name);
      else unkept.set(name, { key, text });
      clearTimeout(timer);
      timer = setTimeout(flush, QUIET_MS);
    },
    flush,
  };
}
