import { useState } from 'preact/hooks';

/** Makes an element a place where files are dropped; `over` while some are held above it. */
export function useDrop(onGive: (files: readonly File[]) => void) {
  const [over, setOver] = useState(false);
  return {
    over,
    place: {
      onDragOver(event: DragEvent) {
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop(event: DragEvent) {
        event.preventDefault();
        setOver(false);
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length > 0) onGive(files);
      },
    },
  };
}
