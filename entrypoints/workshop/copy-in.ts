/** Puts a text in the clipboard, and says whether the browser let us. */
export function copyIn(say: (words: string) => void): (text: string, what: string) => void {
  return (text, what) =>
    void navigator.clipboard.writeText(text).then(
      () => say(`Copié\u00A0: ${what}.`),
      () => say('Le navigateur a refusé la copie. Sélectionnez le texte et copiez-le.'),
    );
}
