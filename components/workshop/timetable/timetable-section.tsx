import { useId } from 'preact/hooks';
import { ImpactIcon } from '@/components/impact-icon';
import { NotConcluded } from '@/components/workshop/conclusion';
import { DropTarget } from '@/components/workshop/drop-target';
import { ProblemList } from '@/components/workshop/file-card';
import { ProblemNotice } from '@/components/workshop/problem-notice';
import { PasteForm } from './paste-form';
import { SourceCard } from './source-card';
import { TimetableResults } from './timetable-results';
import type { AccountsView, SchoolChoiceView, TimetableActs, TimetableView } from './timetable-view';

/** A timetable file in; what it is, what the platform will make of it and what to mend out. */
export function TimetableSection({ view, acts }: { view: TimetableView; acts: TimetableActs }) {
  const id = useId();
  const { sources, filled, pasted, busy, refusal, school, accounts, results, problem } = view;
  return (
    <>
      <p class="lead">
        Avant d’importer un emploi du temps dans l’ENT, déposez le fichier de PRONOTE, d’EDT ou d’UDT, ou
        collez la liste des cours d’EDT. Tout est lu dans ce navigateur et n’en sort pas.
      </p>
      {problem && <ProblemNotice problem={problem} />}
      <div class="zones">
        <section class="zone" aria-labelledby={id}>
          <h2 id={id}>Emploi du temps</h2>
          <DropTarget
            title="Emploi du temps"
            hint="Le fichier XML fait pour l’ENT, les exports EXP_COURS.xml et EXP_ELEVE.xml d’EDT, une liste de cours copiée d’EDT dans un fichier texte, ou l’archive ZIP d’UDT."
            filled={filled}
            busy={busy !== undefined}
            accept=".xml,.zip,.txt"
            onGive={acts.give}
            onRemove={acts.remove}
          />
          <PasteForm pasted={pasted} busy={busy !== undefined} onPaste={acts.paste} />
          {sources.map((source) => (
            <SourceCard key={source.id} source={source} />
          ))}
        </section>
        <div class="beside">
          <SchoolChoice school={school} acts={acts} />
          <Accounts accounts={accounts} busy={busy !== undefined} acts={acts} />
        </div>
      </div>
      <NotConcluded busy={busy} refusal={refusal} onCancel={acts.cancel} />
      {results && <TimetableResults results={results} acts={acts} />}
    </>
  );
}

/** The school that the file must be of: chosen by the person, since the file's own word proves nothing. */
function SchoolChoice({ school, acts }: { school: SchoolChoiceView; acts: TimetableActs }) {
  const id = useId();
  const { uai, known, verdict, inFiles } = school;
  return (
    <section class="zone" aria-labelledby={id}>
      <h2 id={id}>Établissement de l’import</h2>
      <div class="fields">
        <label>
          Code UAI (RNE)
          <input
            type="text"
            size={10}
            autocomplete="off"
            spellcheck={false}
            list={`${id}-known`}
            value={uai}
            onInput={(event) => acts.setSchool(event.currentTarget.value)}
          />
        </label>
        <datalist id={`${id}-known`}>
          {known.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </datalist>
        {known.length > 0 && (
          <label>
            Établissements déjà vus
            <select value={uai} onChange={(event) => acts.setSchool(event.currentTarget.value)}>
              <option value="">Aucun choisi</option>
              {known.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {verdict ? (
        <p class={`agreement ${verdict.grade}`}>
          <ImpactIcon grade={verdict.grade} />
          {verdict.text}
        </p>
      ) : (
        <p class="small">Le code inscrit dans le fichier est comparé à celui-ci.</p>
      )}
      {inFiles.length > 0 && (
        <p class="line">
          {inFiles.map(({ value, label }) => (
            <button key={value} type="button" onClick={() => acts.setSchool(value)}>
              {label}
            </button>
          ))}
        </p>
      )}
    </section>
  );
}

/** The accounts of the platform: who of the timetable will not be recognised among them. */
function Accounts(props: { accounts: AccountsView; busy: boolean; acts: TimetableActs }) {
  const id = useId();
  const { accounts, busy, acts } = props;
  return (
    <section class="zone" aria-labelledby={id}>
      <h2 id={id}>Comptes de l’ENT</h2>
      <DropTarget
        title="Comptes de l’ENT"
        hint="L’export des utilisateurs (Suivi synchro), pour savoir qui ne sera pas réconcilié. Facultatif."
        filled={accounts.filled}
        busy={busy}
        accept=".csv,.txt,.zip"
        onGive={acts.giveAccounts}
        onRemove={acts.removeAccounts}
      />
      {accounts.origin && <p class="small">{accounts.origin}</p>}
      <ProblemList problems={accounts.problems} />
      {accounts.files.map(({ id: file, name, about, problems }) => (
        <article key={file} class="file">
          <h3>{name}</h3>
          <p class="small">{about}</p>
          <ProblemList problems={problems} />
        </article>
      ))}
    </section>
  );
}
