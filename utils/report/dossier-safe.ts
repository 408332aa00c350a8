import { isField } from './dossier-fields';
import { isScreenText } from './dossier-text';

/**
 * A sentence of ours, about a screen or an answer, without what it may quote: words in quotation marks stay when they are
 * the ENT's own, or one of `known`. What a browser adds between brackets is left out.
 */
export function safeSentence(text: string, known: readonly string[] = []): string {
  return (
    text
      .replace(/(?:(?<!\s)\s+)?\((?!\d{3}\))[^()]*\)/g, '')
      // A quotation that nothing closes goes on to the end.
      .replace(/«([^»]*)(?:»|$)/g, (whole, quoted: string) =>
        known.includes(quoted.trim()) || isScreenText(quoted) ? whole : '«\u00A0…\u00A0»',
      )
  );
}

/** Messages of browsers that quote nothing. */
const BARE =
  /^(?:Maximum call stack size exceeded|too much recursion|Invalid (?:array length|time value|string length|Date)|out of memory|allocation size overflow|Reduce of empty array with no initial value)\.?$/;
/** Messages that name a field: « Cannot read properties of undefined (reading 'name') », and Firefox's. */
const READING =
  /^(?:Cannot read properties of (?:undefined|null) \(reading '(\w+)'\)|can't access property "(\w+)", .+ is (?:undefined|null))$/;

/** What a browser said of a failure, when it surely quotes nothing that was read. */
export function safeError(message: string): string {
  if (BARE.test(message)) return message;
  const [, chrome, firefox] = READING.exec(message) ?? [];
  const field = chrome ?? firefox;
  if (field !== undefined && isField(field)) return `champ «\u00A0${field}\u00A0» absent`;
  return `message non joint (${message.length} caractères)\u00A0: il pourrait citer ce qui a été lu`;
}
