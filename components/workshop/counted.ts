/** « 1 compte », « 1 234 comptes »: French plurals begin at two. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('fr-FR')}\u00A0${count < 2 ? one : many}`;
}
