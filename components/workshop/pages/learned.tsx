import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { ProblemNotice } from '@/components/workshop/problem-notice';
import type { LearnedActs, LearnedRow, LearnedView } from './learned-view';

interface LearnedProps {
  view: LearnedView;
  acts: LearnedActs;
}

/** The pages that were taught: to hand over, to take back, to receive. */
export function Learned({ view, acts }: LearnedProps) {
  const { pages, problem } = view;
  return (
    <section class="card" aria-labelledby="learned">
      <h2 id="learned">Pages apprises</h2>
      <p>
        Sur un écran que Vigie ne reconnaît pas, cliquez sur son bouton dans la barre du navigateur, puis sur
        « Apprendre cette page ». Ne sont gardés que des libellés{'\u00A0'}: aucun contenu de l’écran. Une
        page apprise peut être donnée à un autre établissement.
      </p>
      {problem && <ProblemNotice problem={problem} />}
      {pages.length === 0 ? (
        <p class="small">Aucune page n’a été apprise sur ce poste.</p>
      ) : (
        <Pages view={view} acts={acts} />
      )}
      <Receive view={view} acts={acts} />
    </section>
  );
}

function Pages({ view: { pages, renaming, back }, acts }: LearnedProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard.
    <section class="wide" tabIndex={0} aria-label="Pages apprises sur ce poste">
      <table class="stacks">
        <caption>Pages apprises sur ce poste</caption>
        <thead>
          <tr>
            <th scope="col">Page</th>
            <th scope="col">Montre</th>
            <th scope="col">Sur</th>
            <th scope="col">Depuis le</th>
            <th scope="col">
              <span class="visually-hidden">Renommer, exporter ou retirer</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {pages.map((row) =>
            row.key === renaming?.key ? (
              <Renaming key={row.key} row={row} renaming={renaming} acts={acts} />
            ) : (
              <Row key={row.key} row={row} back={row.key === back} acts={acts} />
            ),
          )}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row, back, acts }: { row: LearnedRow; back: boolean; acts: LearnedActs }) {
  const { key, title, shows, host, learnedOn, unread } = row;
  const rename = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (back) rename.current?.focus();
  }, [back]);
  const named = <span class="visually-hidden"> « {title} »</span>;
  return (
    <tr>
      <th scope="row">« {title} »</th>
      <td data-of="Montre">
        {shows}
        {unread && <p class="small">{unread}</p>}
      </td>
      <td data-of="Sur">{host}</td>
      <td class="date" data-of="Depuis le">
        {learnedOn}
      </td>
      <td class="acts">
        {!unread && (
          <button type="button" class="quiet" ref={rename} onClick={() => acts.rename(key)}>
            Renommer{named}
          </button>
        )}
        <button type="button" class="quiet" onClick={() => acts.export(key)}>
          Exporter{named}
        </button>
        <button type="button" class="quiet" onClick={() => acts.forget(key)}>
          Retirer{named}
        </button>
      </td>
    </tr>
  );
}

interface RenamingProps {
  row: LearnedRow;
  renaming: NonNullable<LearnedView['renaming']>;
  acts: LearnedActs;
}

function Renaming({ row, renaming: { title, refusal }, acts }: RenamingProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  return (
    <tr>
      <td colSpan={5}>
        <form
          class="word-form"
          onSubmit={(event) => {
            event.preventDefault();
            acts.saveTitle();
          }}
          onKeyDown={(event) => event.key === 'Escape' && acts.rename(undefined)}
        >
          <p class="field">
            <label for={id}>Nouveau nom de « {row.title} »</label>
            <input
              id={id}
              ref={input}
              type="text"
              maxLength={80}
              autocomplete="off"
              value={title}
              aria-describedby={refusal ? `${id}-refusal` : undefined}
              aria-invalid={refusal ? true : undefined}
              onInput={(event) => acts.setTitle(event.currentTarget.value)}
            />
          </p>
          {refusal && (
            <p class="notice serious" id={`${id}-refusal`} role="alert">
              {refusal}
            </p>
          )}
          <p class="acts">
            <button type="submit" class="primary">
              Enregistrer ce nom
            </button>
            <button type="button" class="quiet" onClick={() => acts.rename(undefined)}>
              Annuler
            </button>
          </p>
        </form>
      </td>
    </tr>
  );
}

function Receive({ view: { hosts, host, refusal }, acts }: LearnedProps) {
  const id = useId();
  return (
    <div class="word-form">
      <h3>Importer une page apprise</h3>
      <p class="field">
        <label for={`${id}-host`}>Sur quel ENT</label>
        <select
          id={`${id}-host`}
          value={host}
          onChange={(event) => acts.chooseHost(event.currentTarget.value)}
        >
          <option value="">Choisissez l’ENT</option>
          {hosts.map((one) => (
            <option key={one.host} value={one.host}>
              {one.label}
            </option>
          ))}
        </select>
      </p>
      <p class="field">
        <label for={`${id}-file`}>Fichier d’une page apprise (.json)</label>
        <input
          id={`${id}-file`}
          type="file"
          accept=".json,application/json"
          aria-describedby={refusal ? `${id}-refusal` : undefined}
          aria-invalid={refusal ? true : undefined}
          onChange={(event) => {
            const input = event.currentTarget;
            acts.give([...(input.files ?? [])]);
            // The same file, once mended, must be able to be given again.
            input.value = '';
          }}
        />
      </p>
      {refusal && (
        <p class="notice serious" id={`${id}-refusal`} role="alert">
          {refusal}
        </p>
      )}
    </div>
  );
}
