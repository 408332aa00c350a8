import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { CalendarActs, CalendarDate, OwnStepForm } from './view';

/** Who can be asked, by the codes of the roles. The platform's own steps come from its lists only. */
const WHO = [
  ['administrator', 'administrateur de l’ENT'],
  ['head', 'direction'],
  ['teacher', 'enseignants'],
  ['timetable-manager', 'responsable des emplois du temps'],
  ['school-office', 'secrétariat'],
  ['school-life', 'vie scolaire'],
  ['gar-assigner', 'responsable d’affectation GAR'],
  ['everyone', 'chacun'],
] as const;

interface OwnStepProps {
  form: OwnStepForm;
  /** The milestones that a step can hang on. */
  dates: readonly CalendarDate[];
  acts: CalendarActs;
  close(): void;
}

/** The form of a step that the school adds for itself. What was typed stays on screen when it is refused. */
export function OwnStep({ form, dates, acts, close }: OwnStepProps) {
  const [typed, setTyped] = useState(form);
  const [refusal, setRefusal] = useState<string>();
  const first = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => first.current?.focus(), []);
  const set = (change: Partial<OwnStepForm>) => setTyped((last) => ({ ...last, ...change }));
  return (
    <form
      class="card own-step"
      noValidate
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault();
        const why = acts.saveOwn(typed);
        setRefusal(why);
        if (why === undefined) close();
      }}
    >
      <h2 id={`${id}-title`}>{form.id === '' ? 'Nouvelle étape de l’établissement' : 'Modifier l’étape'}</h2>
      <p class="small">Évitez les noms de personnes : cette étape reste dans le journal de l’année.</p>
      <label class="wide">
        Ce qu’il y a à faire
        <input
          ref={first}
          type="text"
          maxLength={240}
          value={typed.text}
          onInput={(event) => set({ text: event.currentTarget.value })}
        />
      </label>
      <label class="wide">
        Pourquoi, ou comment (facultatif)
        <textarea rows={2} value={typed.why} onInput={(event) => set({ why: event.currentTarget.value })} />
      </label>
      <div class="fields">
        <label>
          Qui
          <select value={typed.who} onChange={(event) => set({ who: event.currentTarget.value })}>
            {WHO.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label>
          Quand
          <select value={typed.anchor} onChange={(event) => set({ anchor: event.currentTarget.value })}>
            <option value="date">À une date</option>
            <option value="">Date à fixer</option>
            {dates.map(({ milestone, label }) => (
              <option key={milestone} value={milestone}>
                Par rapport à : {label}
              </option>
            ))}
          </select>
        </label>
        <When typed={typed} set={set} />
        <label>
          Adresse utile (facultatif)
          <input
            type="url"
            inputMode="url"
            placeholder="https://"
            value={typed.link}
            onInput={(event) => set({ link: event.currentTarget.value })}
          />
        </label>
      </div>
      <label class="box">
        <input
          type="checkbox"
          checked={typed.keep}
          onChange={(event) => set({ keep: event.currentTarget.checked })}
        />
        À garder pour l’an prochain
      </label>
      {refusal !== undefined && (
        <p class="refusal" role="alert">
          {refusal}
        </p>
      )}
      <div class="line">
        <button type="submit" class="primary">
          Enregistrer l’étape
        </button>
        <button type="button" onClick={close}>
          Annuler
        </button>
      </div>
    </form>
  );
}

function When({ typed, set }: { typed: OwnStepForm; set(change: Partial<OwnStepForm>): void }) {
  if (typed.anchor === '') return null;
  if (typed.anchor === 'date')
    return (
      <>
        <label>
          Premier jour
          <input type="date" value={typed.on} onInput={(event) => set({ on: event.currentTarget.value })} />
        </label>
        <label>
          Dernier jour (facultatif)
          <input
            type="date"
            value={typed.until}
            onInput={(event) => set({ until: event.currentTarget.value })}
          />
        </label>
      </>
    );
  return (
    <>
      <label>
        Jours après (négatif : avant)
        <input
          type="text"
          inputMode="numeric"
          value={typed.from}
          onInput={(event) => set({ from: event.currentTarget.value })}
        />
      </label>
      <label>
        Jusqu’à (jours, facultatif)
        <input
          type="text"
          inputMode="numeric"
          value={typed.to}
          onInput={(event) => set({ to: event.currentTarget.value })}
        />
      </label>
    </>
  );
}
