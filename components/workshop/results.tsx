import { useId, useState } from 'preact/hooks';
import { Icon } from '@/components/icons';
import { Conclusion } from './conclusion';
import { Corrections } from './corrections';
import { Decisions } from './decision';
import { Filters } from './filters';
import { FindingGroup } from './finding-group';
import { Gauge } from './gauge';
import { useGradually } from './gradually';
import { useKeptFocus } from './kept-focus';
import type { ResultsView } from './results-view';
import type { WorkshopActs } from './view';

/** What the control found, by what there is to do. */
export function Results({ results, acts }: { results: ResultsView; acts: WorkshopActs }) {
  const { verdict, keyRules, cautions, gauge, groups, predictable } = results;
  const shown = useGradually(groups.length);
  const place = useKeptFocus<HTMLElement>();
  return (
    <section ref={place} class="results" aria-labelledby="results">
      <h2 id="results">Résultat du contrôle</h2>
      <Conclusion verdict={verdict} cautions={cautions}>
        {keyRules.map((rule) => (
          <p key={rule} class="small">
            {rule}
          </p>
        ))}
      </Conclusion>
      <Box results={results} acts={acts} />
      {gauge && <Gauge gauge={gauge} acts={acts} />}
      {groups.length > 0 && (
        <>
          <h2>À réparer avant l’import</h2>
          <Filters filters={results.filters} acts={acts} />
          {groups.slice(0, shown).map((group) => (
            <FindingGroup key={group.id} group={group} acts={acts} />
          ))}
        </>
      )}
      <Decisions decided={results.decided} acts={acts} />
      {results.corrections && <Corrections corrections={results.corrections} acts={acts} />}
      {predictable && <Predict schools={predictable.schools} onPredict={acts.predict} />}
    </section>
  );
}

/** The box of the import: both of its consequences stay in sight, whichever way it stands. */
function Box({ results, acts }: { results: ResultsView; acts: WorkshopActs }) {
  const id = useId();
  const { updateAll, consequences } = results;
  return (
    <fieldset class="box card">
      <legend>{`La case ${results.box} de l’import`}</legend>
      <div class="choices">
        {[false, true].map((ticked) => (
          <label key={String(ticked)} class={ticked === updateAll ? 'choice chosen' : 'choice'}>
            <input
              type="radio"
              name={id}
              checked={ticked === updateAll}
              onChange={() => acts.setUpdateAll(ticked)}
            />
            <span>
              <strong>{ticked ? 'Cochée' : 'Non cochée'}</strong>
              <span class="consequence">{ticked ? consequences.ticked : consequences.unticked}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Predict({ schools, onPredict }: { schools: readonly string[]; onPredict(school: string): void }) {
  const id = useId();
  const [school, setSchool] = useState(schools[0] ?? '');
  return (
    <form
      class="card predict"
      onSubmit={(event) => {
        event.preventDefault();
        onPredict(school.trim());
      }}
    >
      <h2>Après l’import</h2>
      <p>
        Retenez les nombres annoncés pour les comparer à ce que l’ENT aura fait, et ajoutez la fiche de ce
        contrôle au tableau des établissements. Aucun nom de personne n’est gardé.
      </p>
      <label for={id}>Établissement</label>
      <div class="line">
        <input
          id={id}
          type="text"
          required
          placeholder="Nom ou UAI"
          list={`${id}-known`}
          value={school}
          onInput={(event) => setSchool(event.currentTarget.value)}
        />
        <datalist id={`${id}-known`}>
          {schools.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <button type="submit">
          <Icon name="clock" />
          Retenir les nombres attendus
        </button>
      </div>
    </form>
  );
}
