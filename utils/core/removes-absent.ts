import type { Facts } from './facts';

/** Whether the import as the screen stands deletes whoever is not in the files; undefined on other screens. */
export function removesAbsent({ importForm, importWizard }: Facts): boolean | undefined {
  return importForm?.items[0]?.updateAll ?? importWizard?.items[0]?.predelete;
}
