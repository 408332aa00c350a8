import { useId } from 'preact/hooks';
import { ProblemNotice, RefusalsNotice } from '@/components/workshop/problem-notice';
import { Backup } from './backup';
import { Retention } from './retention';
import type { OwnSettingsActs, OwnSettingsView, RemindersView } from './view';

/** What a person chooses of this browser. `view` is missing while it is first read. */
export function OwnSettings({ view, acts }: { view: OwnSettingsView | undefined; acts: OwnSettingsActs }) {
  if (!view) return <p class="lead">Ouverture…</p>;
  const { problem, managed, backup, reminders, retention, initials } = view;
  return (
    <div class="own-settings">
      {problem && <ProblemNotice problem={problem} />}
      {managed && <Managed {...managed} />}
      <Backup backup={backup} acts={acts} />
      <Reminders reminders={reminders} acts={acts} />
      <Retention retention={retention} acts={acts} />
      <Initials initials={initials} acts={acts} />
    </div>
  );
}

function Managed({ lines, faults }: { lines: readonly string[]; faults: readonly string[] }) {
  return (
    <section class="card" aria-labelledby="managed">
      <h2 id="managed">Réglé par votre académie</h2>
      <p>Ces réglages valent pour tous les postes et ne se changent pas ici :</p>
      <ul class="bullets">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {faults.length > 0 && (
        <RefusalsNotice
          title="Une partie ne peut pas servir : signalez-le à qui gère votre poste."
          reasons={faults}
        />
      )}
    </section>
  );
}

const REMINDERS: readonly { what: 'badge' | 'banner' | 'notify'; label: string; about: string }[] = [
  {
    what: 'badge',
    label: 'Le nombre d’étapes en retard sur le bouton de Vigie',
    about: 'Sur un écran d’ENT, le nombre de points signalés passe avant.',
  },
  {
    what: 'banner',
    label: 'Une ligne dans le panneau, sur les écrans de l’ENT',
    about: 'Elle se masque jusqu’à demain.',
  },
  {
    what: 'notify',
    label: 'Une notification le matin',
    about:
      'Une fois par jour au plus, quand une étape commence ou prend du retard. Le navigateur demandera votre accord.',
  },
];

function Reminders({ reminders, acts }: { reminders: RemindersView; acts: OwnSettingsActs }) {
  const id = useId();
  return (
    <section class="card" aria-labelledby="reminders">
      <h2 id="reminders">Rappels</h2>
      <p>Pour les établissements dont vous tenez le calendrier, quand une étape est à faire ou en retard :</p>
      <ul class="choices">
        {REMINDERS.map(({ what, label, about }) => (
          <li key={what}>
            <input
              id={`${id}-${what}`}
              type="checkbox"
              checked={reminders[what]}
              disabled={reminders.locked}
              aria-describedby={`${id}-${what}-about`}
              onChange={(event) => acts.remind(what, event.currentTarget.checked)}
            />
            <div>
              <label for={`${id}-${what}`}>{label}</label>
              <p class="small" id={`${id}-${what}-about`}>
                {about}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {reminders.refused && (
        <p class="notice review" role="alert">
          Le navigateur n’a pas accordé les notifications : cochez à nouveau la case pour qu’il vous le
          redemande, ou autorisez-les dans la page des extensions.
        </p>
      )}
    </section>
  );
}

function Initials({ initials, acts }: { initials: string; acts: OwnSettingsActs }) {
  const id = useId();
  return (
    <section class="card" aria-labelledby="initials">
      <h2 id="initials">Vos initiales</h2>
      <p id={`${id}-about`}>
        Elles signent vos coches et le journal, pour qu’un collègue sache à qui demander. Laissez vide pour ne
        rien signer.
      </p>
      <label for={id}>Initiales (quatre lettres au plus)</label>
      <input
        id={id}
        type="text"
        size={6}
        maxLength={4}
        autocomplete="off"
        value={initials}
        aria-describedby={`${id}-about`}
        onChange={(event) => acts.setInitials(event.currentTarget.value)}
      />
    </section>
  );
}
