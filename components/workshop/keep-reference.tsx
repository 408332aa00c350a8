import { useId, useState } from 'preact/hooks';
import { Icon } from '@/components/icons';
import type { KeepView, WorkshopActs } from './view';

/** Keeps the reference export on this computer, only when asked and until a day; or forgets it. */
export function KeepReference({ keep, acts }: { keep: KeepView; acts: WorkshopActs }) {
  const id = useId();
  const [until, setUntil] = useState(keep.proposed);
  if (keep.until) {
    return (
      <div class="keep">
        <p>
          <Icon name="clock" />
          L’export de référence est conservé sur ce poste {keep.until}, avec les noms qu’il contient.
        </p>
        <button type="button" onClick={acts.forgetKept}>
          Oublier maintenant
        </button>
      </div>
    );
  }
  if (!keep.possible) return null;
  return (
    <details class="keep">
      <summary>
        <Icon name="chevron" />
        Conserver l’export de référence sur ce poste
      </summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          acts.keep(until);
        }}
      >
        <p class="small" id={`${id}-what`}>
          Sans cela, rien n’est gardé à la fermeture de l’onglet. Si vous le conservez, les noms et dates de
          naissance de l’export restent dans ce navigateur, lisibles par qui ouvre votre session, puis sont
          effacés après cette date, à l’ouverture suivante du navigateur ou de l’atelier.
        </p>
        <label for={id}>Jusqu’au</label>
        <div class="line">
          <input
            id={id}
            type="date"
            required
            value={until}
            min={keep.today}
            max={keep.latest}
            aria-describedby={`${id}-what`}
            onInput={(event) => setUntil(event.currentTarget.value)}
          />
          <button type="submit">Conserver</button>
        </div>
      </form>
    </details>
  );
}
