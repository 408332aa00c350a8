import { type Control, controlsIn, findControls, nameOf } from '@/utils/reading/control';
import { beginsWithLabel, norm } from '@/utils/reading/labels';
import { visibleText } from '@/utils/reading/text';
import { type Look, quoted, type Read, type Task, type Value, valueIn } from './described-look';
import type { FieldReading, FormReading, NothingReading, Wordings } from './descriptor';
import { fieldInfo } from './fact-fields';

/** Reads a form by the labels of its fields. Without its required ones it is not understood. */
export function lookAtForm(reading: FormReading, { fact, document }: Task): Look {
  const values: Record<string, Value> = {};
  /** One that is read twice, for what it means and as it is written, is looked for once. */
  const read = new Map<string, Read & { element: Element }>();
  let main: { labels: Wordings; element: Element } | undefined;
  for (const field of reading.fields) {
    const labels = field.labels.join('|');
    const found = read.get(labels) ?? theField(document, field);
    if (!found) {
      if (!field.required) continue;
      return { problem: `le champ ${quoted(field.labels)} est introuvable, ou il y en a plusieurs` };
    }
    read.set(labels, found);
    if (field.required) main ??= { labels: field.labels, element: found.element };
    const value = valueIn(field, fact, found);
    if (value !== undefined) values[field.field] ??= value;
  }
  if (!main) return { problem: 'aucun champ de ce formulaire n’est reconnu' };
  const place = around(main.element, main.labels);
  for (const { field } of reading.fields) if (fieldInfo(fact, field)?.needed) values[field] ??= place.key;
  const complete = reading.whole ?? false;
  return { seen: [{ ...place, values }], complete, read: { shown: 1, ...(!complete && { alone: true }) } };
}

/** The screen has nothing to list, and says so by what it offers instead. */
export function lookForNothing({ buttons }: NothingReading, { document }: Task): Look {
  return findControls(document, buttons, 'button').length > 0
    ? { seen: [], complete: true }
    : { problem: `le bouton ${quoted(buttons)} est introuvable` };
}

/** The control that a label names: the hidden list behind a dressed-up one, or the radio that is set among several. */
export function theField(document: Document, field: FieldReading): (Read & { element: Element }) | undefined {
  const named = findControls(document, field.labels).filter(({ kind }) => kind !== 'button');
  const control = theOne(named.filter(({ kind }) => kind !== 'radio'));
  if (control) {
    const { element, checked, value } = control;
    return { text: isPrompt(element) ? '' : value, checked, element };
  }
  return chosenRadio(document, field);
}

/** « Choisir… »: the option of a list that stands for none. */
function isPrompt(element: Element): boolean {
  const chosen = [...element.querySelectorAll('option')].filter(({ selected }) => selected);
  return chosen.length === 1 && chosen[0]?.getAttribute('value') === '';
}

function theOne(controls: readonly Control[]): Control | undefined {
  if (controls.length < 2) return controls[0];
  const lists = controls.filter(({ element }) => element.tagName.toUpperCase() === 'SELECT');
  const [list] = lists;
  const dress = (one: Control) =>
    one.element.contains(list?.element ?? null) || one.element.getAttribute('type') === 'search';
  return list && lists.length === 1 && controls.every((one) => one === list || dress(one)) ? list : undefined;
}

/** Radios are named by their own words: those of the meanings of the field. */
function chosenRadio(
  document: Document,
  { meanings = [] }: FieldReading,
): (Read & { element: Element }) | undefined {
  if (!controlsIn(document).some(({ kind }) => kind === 'radio')) return undefined;
  const radios = meanings.map(({ says }) => findControls(document, says, 'radio'));
  if (radios.some((found) => found.length > 1) || radios.every((found) => found.length === 0))
    return undefined;
  const at = radios.findIndex(([radio]) => radio?.checked);
  const [chosen] = radios[at] ?? [];
  const [any] = radios.flat();
  if (!any) return undefined;
  if (chosen) return { text: meanings[at]?.says[0] ?? '', element: chosen.element };
  return { text: otherChosen(document, any), element: any.element };
}

/** The words of the radio that is set beside one that isn't: « Option 4 », that nobody explained; '' when none is. */
function otherChosen(document: Document, { element }: Control): string {
  const group = element.getAttribute('name');
  const set = controlsIn(document).find(
    (one) => one.kind === 'radio' && one.checked && group && one.element.getAttribute('name') === group,
  );
  return set ? nameOf(set) : '';
}

/** The smallest element that holds a control and the words that name it; the key is the wording that stands there. */
function around(control: Element, labels: Wordings): { key: string; element: Element } {
  for (let at: Element | null = control; at; at = at.parentElement) {
    const words = norm(visibleText(at));
    const key = labels.find((label) => words.includes(norm(label)));
    if (key !== undefined) return { key, element: at };
  }
  const named = labels.find((label) => beginsWithLabel(control.getAttribute('aria-label') ?? '', label));
  return { key: named ?? labels[0] ?? '', element: control };
}
