/**
 * Rules whose conclusions hang on how names are spelt, which a dossier doesn't tell: two subjects of which one abbreviates
 * the other are two aliases like any others. Replayed, they may say less than they said.
 */
export const SPELT: readonly string[] = ['duplicate-course'];
