import { useLayoutEffect, useRef } from 'preact/hooks';
import { Close } from './pointing';
import { Preview } from './preview';
import type { Choice, ColumnView, DraftActs, DraftView } from './view';

interface DraftProps {
  view: DraftView;
  acts: DraftActs;
  /** What could not be kept, in French. */
  problem?: string | undefined;
}

const WHAT = { list: 'cette liste', form: 'ce formulaire', tree: 'cet arbre' };

/** What the thing chosen holds, column by column, and what would be read of it. */
export function Draft({ view, acts, problem }: DraftProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const { kind, fact, preview } = view;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') acts.back();
  };
  return (
    <section class="sheet draft" role="dialog" aria-labelledby="draft-title" onKeyDown={onKeyDown}>
      <div class="head">
        <h2 id="draft-title" ref={heading} tabIndex={-1}>
          Apprendre cette page
        </h2>
        <Close close={acts.close} />
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          acts.save();
        }}
      >
        <div class="body">
          <Chooser
            id="fact"
            label={`Que montre ${WHAT[kind]} ?`}
            value={fact}
            choose={acts.chooseFact}
            empty="Choisissez"
            options={view.facts}
          />
          {view.notTaught && <p class="muted">{view.notTaught}</p>}
          {fact !== '' && (
            <>
              {kind === 'tree' ? (
                <Chooser
                  id="branch"
                  label="Branche à lire"
                  value={view.under}
                  choose={(under) => acts.set({ under })}
                  empty="Choisissez"
                  options={view.branches.map((value) => ({ value, says: value }))}
                />
              ) : (
                <fieldset>
                  <legend>{kind === 'list' ? 'Colonnes' : 'Champs'}</legend>
                  {view.columns.map((column, at) => (
                    <Column key={column.label} id={`column-${at}`} column={column} acts={acts} />
                  ))}
                </fieldset>
              )}
              <Preview preview={preview} />
              <Naming view={view} acts={acts} />
            </>
          )}
          {problem && (
            <p class="alert" role="alert">
              {problem}
            </p>
          )}
        </div>
        <div class="foot">
          <button type="submit" class="primary" disabled={preview.kind !== 'read' || view.saving}>
            Enregistrer
          </button>
          <button type="button" class="quiet" onClick={acts.back}>
            Choisir autre chose
          </button>
        </div>
      </form>
    </section>
  );
}

function Column({ id, column, acts }: { id: string; column: ColumnView; acts: DraftActs }) {
  const { label, sample, field, fields, unknown, meanings, doubt } = column;
  return (
    <div class="column">
      <Chooser
        id={id}
        label={`«\u00A0${label}\u00A0»`}
        hint={sample && `par exemple «\u00A0${sample}\u00A0»`}
        value={field}
        choose={(next) => acts.chooseField(label, next)}
        empty="Ne pas lire"
        options={fields}
      />
      {unknown.length > 0 && (
        <div class="words">
          <p class="muted">Vigie ne connaît pas ces mots. Que veulent-ils dire{'\u202F'}?</p>
          {unknown.map(({ says, means }, at) => (
            <Chooser
              key={says}
              id={`${id}-${at}`}
              label={`«\u00A0${says}\u00A0»`}
              value={means}
              choose={(next) => acts.explain(label, says, next)}
              empty="Je ne sais pas"
              options={meanings}
            />
          ))}
        </div>
      )}
      {doubt && <p class="muted">{doubt}</p>}
    </div>
  );
}

function Naming({ view, acts }: { view: DraftView; acts: DraftActs }) {
  return (
    <>
      <p class="field">
        <label for="title">Nom de la page</label>
        <input
          id="title"
          type="text"
          maxLength={80}
          autocomplete="off"
          value={view.title}
          onInput={(event) => acts.set({ title: event.currentTarget.value })}
        />
      </p>
      {view.replaces && (
        <p class="muted">Une page apprise porte déjà ce nom sur cet ENT{'\u00A0'}: elle sera remplacée.</p>
      )}
      <Chooser
        id="name"
        label="Reconnue à son titre"
        value={view.name}
        choose={(name) => acts.set({ name })}
        options={view.names.map((value) => ({ value, says: value }))}
        empty={view.names.length === 0 ? 'Cette page ne porte aucun titre' : undefined}
      />
      {view.kind === 'form' && (
        <p class="muted">
          Prenez un titre que portent toutes les fiches de cet écran, jamais le nom d’une personne.
        </p>
      )}
      <p class="muted">
        Sont gardés, sur ce poste{'\u00A0'}: ces libellés, ce titre et les mots que vous avez expliqués. Rien
        d’autre de la page.
      </p>
    </>
  );
}

interface ChooserProps {
  /** Of our own: those of the library start again at each drawing from the root. */
  id: string;
  label: string;
  hint?: string;
  value: string;
  options: readonly Choice[];
  /** What stands for nothing; without it there is always a choice. */
  empty?: string | undefined;
  choose(value: string): void;
}

function Chooser({ id, label, hint, value, options, empty, choose }: ChooserProps) {
  return (
    <p class="field">
      <label for={id}>
        {label}
        {hint && <span class="hint">{hint}</span>}
      </label>
      <select id={id} value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.says}
          </option>
        ))}
      </select>
    </p>
  );
}
