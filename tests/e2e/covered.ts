import { expect, type Frame } from '@playwright/test';

/**
 * Expects marks in a document, or none, and under them no word nor control of the ENT's own. Marks follow a scroll by one
 * frame: what is awaited is how they come to rest.
 */
export async function expectNothingCovered(frame: Frame, marked = true): Promise<void> {
  await expect
    .poll(async () => {
      const { marks, covered } = await coveredBy(frame);
      return { marked: marks > 0, covered };
    })
    .toEqual({ marked, covered: [] });
}

function coveredBy(frame: Frame): Promise<{ marks: number; covered: string[] }> {
  return frame.evaluate(() => {
    const root = document.querySelector('vigie-ent')?.shadowRoot;
    const marks = [...(root?.querySelectorAll<HTMLElement>('.mark') ?? [])];
    const drawn = marks.flatMap((mark) => {
      const { left, top, bottom } = mark.getBoundingClientRect();
      const icon = mark.querySelector('button')?.getBoundingClientRect();
      const bar = left + Number.parseFloat(mark.style.getPropertyValue('--bar'));
      const after = mark.classList.contains('after');
      return [...(after ? [] : [{ left: bar, right: bar + 4, top, bottom }]), ...(icon ? [icon] : [])];
    });
    const words: [string, DOMRect][] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element && node.matches('input, button, select, textarea, img'))
        words.push([`<${node.localName}>`, node.getBoundingClientRect()]);
      if (node.nodeType !== Node.TEXT_NODE || !node.nodeValue?.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) words.push([node.nodeValue.trim(), box]);
    }
    const over = words.filter(([, box]) =>
      drawn.some(
        (one) =>
          one.left < box.right - 0.5 &&
          one.right > box.left + 0.5 &&
          one.top < box.bottom - 0.5 &&
          one.bottom > box.top + 0.5,
      ),
    );
    return { marks: marks.length, covered: over.map(([text]) => text) };
  });
}
