interface UpdatedProps {
  onReload(): void;
  onClose(): void;
}

/** What is left of the overlay when the extension was updated or disabled under an open page. */
export function Updated({ onReload, onClose }: UpdatedProps) {
  return (
    <section class="updated" role="alert" aria-label="Vigie ENT">
      <p>
        <strong>Vigie ENT a été mise à jour ou désactivée.</strong> Ses contrôles sont arrêtés sur cette
        page : rechargez la page pour les retrouver.
      </p>
      <p class="choices">
        <button type="button" class="primary" onClick={onReload}>
          Recharger la page
        </button>
        <button type="button" onClick={onClose}>
          Fermer
        </button>
      </p>
    </section>
  );
}
