// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, test } from 'vitest';
import { HoldDialog } from '@/components/overlay/hold-dialog';

test('la fenêtre du clic retenu est ouverte et tient le clavier dès qu’elle est dessinée', () => {
  const root = document.body.appendChild(document.createElement('main'));
  const hold = { action: 'Détacher', subject: 'A B', title: 't', why: 'w', says: 's', source: 'g', also: [] };
  // Without `act`: a key may come before any effect that waits for the next frame.
  render(<HoldDialog hold={hold} onCancel={() => undefined} onUnderstood={() => undefined} />, root);
  expect(root.querySelector('dialog')?.open).toBe(true);
  expect(document.activeElement?.textContent).toBe('Annuler');
  render(null, root);
  root.remove();
});
