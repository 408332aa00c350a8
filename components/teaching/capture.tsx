import { useLayoutEffect, useRef } from 'preact/hooks';
import { Close } from './pointing';
import type { CaptureActs, CaptureView } from './view';

/** A page without its words, looked at before it is saved. */
export function CaptureDialog({ view, acts }: { view: CaptureView; acts: CaptureActs }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <section
      class="sheet capture"
      role="dialog"
      aria-labelledby="capture-title"
      onKeyDown={(event) => event.key === 'Escape' && acts.close()}
    >
      <div class="head">
        <h2 id="capture-title" ref={heading} tabIndex={-1}>
          Capture anonymisée
        </h2>
        <Close close={acts.close} />
      </div>
      <div class="body">
        <p>
          La structure de cette page, où chaque lettre et chaque chiffre a été remplacé par un autre. Elle
          permet d’ajouter cet écran à Vigie. Rien n’est envoyé{'\u00A0'}: vous enregistrez un fichier, et
          vous en faites ce que vous voulez.
        </p>
        <Tick
          label="Avec les cadres du même site"
          ticked={view.frames}
          set={(frames) => acts.set({ frames })}
        />
        <Tick
          label="Garder les libellés connus de Vigie"
          ticked={view.keepLabels}
          set={(keepLabels) => acts.set({ keepLabels })}
        />
        {view.keepLabels && (
          <p class="muted">
            {view.kept.length === 0
              ? 'Aucun libellé de la liste de Vigie n’est sur cette page.'
              : `Gardés\u00A0: ${view.kept.map((label) => `«\u00A0${label}\u00A0»`).join(', ')}. Le reste est remplacé.`}
          </p>
        )}
        <h3>Aperçu</h3>
        <p role="status">{view.says}</p>
        <iframe class="captured" title="Aperçu de la capture" sandbox="" srcdoc={view.html} />
        <details>
          <summary>Le fichier, tel qu’il sera enregistré</summary>
          <textarea readOnly aria-label="Contenu du fichier" value={view.html} rows={8} />
        </details>
        {view.saved && (
          <p role="status">
            Enregistrée{'\u00A0'}: {view.saved}. Relisez-la avant de la transmettre.
          </p>
        )}
      </div>
      <div class="foot">
        <button type="button" class="primary" onClick={acts.save}>
          Enregistrer la capture
        </button>
        {view.otherFrames && (
          <button type="button" onClick={acts.nextFrame}>
            Autre cadre de la page
          </button>
        )}
        <button type="button" class="quiet" onClick={acts.close}>
          Fermer
        </button>
      </div>
    </section>
  );
}

function Tick({ label, ticked, set }: { label: string; ticked: boolean; set(ticked: boolean): void }) {
  return (
    <label class="tick">
      <input type="checkbox" checked={ticked} onChange={(event) => set(event.currentTarget.checked)} />
      {label}
    </label>
  );
}
