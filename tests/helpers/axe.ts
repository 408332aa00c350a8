import axe from 'axe-core';

/**
 * Names of the WCAG A and AA rules that a rendered element breaks. Contrast needs layout, so it is checked in the
 * real browser instead.
 */
export async function axeFaults(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id} : ${nodes.map(({ html }) => html).join(' ')}`);
}
