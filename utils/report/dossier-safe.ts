import { isField } from './dossier-fields';
import { isScreenText } from './dossier-text';

/** The status of an answer, « (500) »: what may stand between brackets. */
const STATUS = /^\(\d{3}\)/;
/** A sentence of ours is far shorter. Characters. */
const LONGEST = 2000;

/**
 * A sentence of ours, about a screen or an answer, without what it may quote: words in quotation marks stay when they are
 * the ENT's own, or one of `known`. What a browser adds between brackets is left out, and may itself quote brackets: a
 * text that ends with one is cut where the first was opened.
 */
export function safeSentence(text: string, known: readonly string[] = []): string {
  // A quotation that nothing closes goes on to the end.
  return unbracketed(text.slice(0, LONGEST)).replace(/«([^»]*)(?:»|$)/g, (whole, quoted: string) =>
    known.includes(quoted.trim()) || isScreenText(quoted) ? whole : '«\u00A0…\u00A0»',
  );
}

function unbracketed(text: string): string {
  const isQuotation = text.trimEnd().endsWith(')') && !/\(\d{3}\)\s*$/.test(text);
  let kept = '';
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    const status = depth === 0 && character === '(' ? STATUS.exec(text.slice(at, at + 5))?.[0] : undefined;
    if (status) {
      kept += status;
      at += status.length - 1;
    } else if (character === '(') {
      if (depth === 0) kept = kept.trimEnd();
      if (isQuotation) return kept;
      depth += 1;
    } else if (character === ')' && depth > 0) depth -= 1;
    else if (depth === 0) kept += character;
  }
  return kept;
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
