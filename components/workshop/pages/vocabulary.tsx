import type { RefObject } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { ProblemNotice } from '@/components/workshop/problem-notice';
import type { VocabularyActs, VocabularyView } from './view';

interface VocabularyProps {
  view: VocabularyView;
  acts: VocabularyActs;
}

/** What follows « # » in the address that leads here: the browser itself goes there again when it is asked for again. */
export const VOCABULARY_PLACE = 'pages/vocabulaire';

/** The words of a school's own screens: those it added, and the form to add one. */
export function Vocabulary({ view, acts }: VocabularyProps) {
  const section = useFocusAfterRemoval();
  return (
    <section class="card" aria-labelledby={VOCABULARY_PLACE} ref={section}>
      <h2 id={VOCABULARY_PLACE} tabIndex={-1}>
        Vocabulaire de Skolengo
      </h2>
      <p>
        Vigie reconnaît les écrans de Skolengo à leurs mots, et ces mots changent d’un ENT à l’autre. Si elle
        dit « page non reconnue » parce qu’une colonne ou un champ porte un autre nom chez vous, ajoutez ce
        nom ici : les pages de l’ENT déjà ouvertes sont relues aussitôt.
      </p>
      {view.problem && <ProblemNotice problem={view.problem} />}
      <WordForm view={view} acts={acts} />
      <OwnWords view={view} acts={acts} />
    </section>
  );
}

/** When the word whose button has the keyboard is taken back: the next word's button takes it, else the form. */
function useFocusAfterRemoval(): RefObject<HTMLElement | null> {
  const section = useRef<HTMLElement>(null);
  const buttons = () => [...(section.current?.querySelectorAll<HTMLElement>('td button') ?? [])];
  const held = buttons().indexOf(document.activeElement as HTMLElement);
  useLayoutEffect(() => {
    if (held < 0 || section.current?.contains(document.activeElement)) return;
    const left = buttons();
    const next = left[Math.min(held, left.length - 1)];
    (next ?? section.current?.querySelector<HTMLElement>('form select'))?.focus();
  });
  return section;
}

function WordForm({ view, acts }: VocabularyProps) {
  const { hosts, terms, draft, known, refusal } = view;
  const id = useId();
  return (
    <form
      class="word-form"
      onSubmit={(event) => {
        event.preventDefault();
        acts.add();
      }}
    >
      <p class="field">
        <label for={`${id}-host`}>Sur</label>
        <select
          id={`${id}-host`}
          value={draft.host}
          onChange={(event) => acts.set({ host: event.currentTarget.value })}
        >
          <option value="">Choisissez l’ENT</option>
          {hosts.map(({ host, label }) => (
            <option key={host} value={host}>
              {label}
            </option>
          ))}
        </select>
      </p>
      <p class="field">
        <label for={`${id}-term`}>Ce que le mot désigne</label>
        <select
          id={`${id}-term`}
          value={draft.term}
          onChange={(event) => acts.set({ term: event.currentTarget.value })}
        >
          <option value="">Choisissez</option>
          {terms.map(({ term, says }) => (
            <option key={term} value={term}>
              {says}
            </option>
          ))}
        </select>
      </p>
      {draft.term !== '' && <Known known={known} />}
      <p class="field">
        <label for={`${id}-label`}>Le mot, tel que l’écran le montre</label>
        <input
          id={`${id}-label`}
          type="text"
          autocomplete="off"
          value={draft.label}
          aria-describedby={refusal ? `${id}-refusal` : undefined}
          aria-invalid={refusal ? true : undefined}
          onInput={(event) => acts.set({ label: event.currentTarget.value })}
        />
      </p>
      {refusal && (
        <p class="notice serious" id={`${id}-refusal`} role="alert">
          {refusal}
        </p>
      )}
      <button type="submit" class="primary">
        Ajouter ce mot
      </button>
    </form>
  );
}

function Known({ known: { said, guessed } }: Pick<VocabularyView, 'known'>) {
  const list = (words: readonly string[]) => words.map((word) => `«\u00A0${word}\u00A0»`).join(', ');
  return (
    <p class="small">
      Déjà reconnus{'\u00A0'}: {said.length > 0 && `${list(said)} (lus dans un guide)`}
      {said.length > 0 && guessed.length > 0 && '\u202F; '}
      {guessed.length > 0 && `${list(guessed)} (supposés)`}.
    </p>
  );
}

function OwnWords({ view: { own }, acts }: VocabularyProps) {
  if (own.length === 0) return <p class="small">Aucun mot n’a été ajouté sur ce poste.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard.
    <section class="wide" tabIndex={0} aria-label="Mots ajoutés sur ce poste">
      <table class="stacks">
        <caption>Mots ajoutés sur ce poste</caption>
        <thead>
          <tr>
            <th scope="col">Mot</th>
            <th scope="col">Désigne</th>
            <th scope="col">Sur</th>
            <th scope="col">
              <span class="visually-hidden">Retirer</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {own.map(({ key, host, says, label }) => (
            <tr key={key}>
              <th scope="row">« {label} »</th>
              <td data-of="Désigne">{says}</td>
              <td data-of="Sur">{host}</td>
              <td class="acts">
                <button type="button" class="quiet" onClick={() => acts.forget(key)}>
                  Retirer<span class="visually-hidden"> « {label} »</span>
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
