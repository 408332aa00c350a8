import { decodeText, type Encoding } from './encoding';
import { counted, type FileProblem, type FileProblemCode, quoted } from './problem';
import { MAX_COLUMNS, type RowScanner } from './scan';
import type { Table } from './table';

/** More lines than this in a message list help nobody: the rest is counted. */
const SHOWN = 20;
/** A spreadsheet cell holds no more characters: a longer one comes from a misplaced quote. */
export const MAX_CELL = 32_767;
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/;

/** Collects what is wrong while a table is being indexed. */
export class Inspection {
  private readonly problems: FileProblem[] = [];
  private columns: readonly string[] = [];
  private raggedRows = 0;

  constructor(
    private readonly file: string,
    private readonly bytes: Uint8Array,
    private readonly encoding: Encoding,
  ) {}

  empty(): FileProblem {
    return this.make(
      'empty',
      'Ce fichier est vide.',
      'Refaites l’extraction, puis déposez-le à nouveau.',
      true,
    );
  }

  nulBytes(line: number): FileProblem {
    return this.make(
      'nul-bytes',
      `La ligne ${line} contient des octets nuls, ce qui n’arrive pas dans un fichier texte.`,
      'Le fichier est abîmé ou n’est pas un CSV. Refaites l’extraction.',
      true,
      line,
    );
  }

  unclosedQuote(line: number): FileProblem {
    return this.make(
      'unclosed-quote',
      `Un guillemet est ouvert à la ligne ${line} et n’est jamais refermé, si bien que tout le reste du fichier serait lu comme une seule valeur.`,
      `Ouvrez le fichier dans un éditeur de texte, allez à la ligne ${line} et refermez ou retirez ce guillemet.`,
      true,
      line,
    );
  }

  tooManyColumns(line: number): FileProblem {
    return this.make(
      'too-many-columns',
      `La ligne ${line} a plus de ${MAX_COLUMNS.toLocaleString('fr-FR')} colonnes.`,
      'Ce fichier n’est pas une liste d’utilisateurs. Refaites l’extraction.',
      true,
      line,
    );
  }

  /** What the header alone shows. */
  header(table: Table): void {
    this.columns = table.header;
    if (table.header.length === 1) {
      this.add(
        'single-column',
        'La première ligne n’a qu’une colonne, aucun séparateur (point-virgule, virgule, tabulation) n’y figure.',
        'Vérifiez que la première ligne porte bien les noms des colonnes, et que le fichier est enregistré au format CSV.',
        table.headerLine,
      );
    }
    table.header.forEach((name, column) => {
      if (!INVISIBLE.test(name)) return;
      const point = (INVISIBLE.exec(name)?.[0].codePointAt(0) ?? 0)
        .toString(16)
        .toUpperCase()
        .padStart(4, '0');
      this.add(
        'invisible-in-header',
        `Le nom de la colonne ${quoted(name.replace(new RegExp(INVISIBLE, 'g'), '').trim())} contient un caractère invisible (U+${point}).`,
        'Retapez ce nom de colonne. L’ENT pourrait ne pas le reconnaître.',
        table.headerLine,
        table.columnName(column),
      );
    });
  }

  /** A row whose cells do not match the header, or that is suspiciously long. */
  row(scanner: RowScanner, line: number): void {
    const expected = this.columns.length;
    if (scanner.count < expected) this.ragged('short-row', scanner.count, line);
    else if (scanner.count > expected && this.hasText(scanner, expected)) {
      this.ragged('long-row', scanner.count, line);
    }
    for (let column = 0; column < scanner.count; column++) {
      const length = (scanner.ends[column] as number) - (scanner.starts[column] as number);
      if (length > MAX_CELL) this.hugeCell(line, column, length);
    }
  }

  /** Everything found, once the rows are known. */
  conclude(table: Table, spoilt: readonly number[]): FileProblem[] {
    if (table.rowCount === 0) {
      this.add(
        'headers-only',
        'Ce fichier ne contient que les noms des colonnes, aucun utilisateur.',
        'Vérifiez que le bon profil et le bon établissement étaient choisis, puis refaites l’extraction.',
        table.headerLine,
      );
    }
    if (this.raggedRows > SHOWN) {
      const others = counted(this.raggedRows - SHOWN, 'autre ligne n’a', 'autres lignes n’ont');
      this.add(
        'more-rows',
        `${others} pas le même nombre de cellules que l’en-tête.`,
        'Le fichier a sans doute été enregistré avec un autre séparateur. Repartez de l’extraction d’origine.',
      );
    }
    this.lostEncoding(table, spoilt);
    return this.problems;
  }

  private lostEncoding(table: Table, spoilt: readonly number[]): void {
    let row = 0;
    const told = new Set<string>();
    for (const offset of spoilt) {
      while (row + 1 < table.rowCount && table.rowStart(row + 1) <= offset) row++;
      const inHeader = table.rowCount === 0 || offset < table.rowStart(0);
      const line = inHeader ? table.headerLine : table.lineOf(row);
      const column = inHeader ? undefined : columnAt(table, row, offset);
      const sample = decodeText(this.bytes, offset, Math.min(offset + 6, this.bytes.length), this.encoding);
      const what = /^(\uFFFD|Ã.|Å.|Â.|â€.?)/.exec(sample)?.[0] ?? sample.slice(0, 2);
      // Every column of a header is spoilt by the same letter: said once.
      const where = `${line} ${column} ${what}`;
      if (told.has(where)) continue;
      told.add(where);
      this.add(
        'lost-encoding',
        `Des lettres accentuées sont perdues à la ligne ${line}\u00A0: on y lit ${quoted(what)}.`,
        'Le fichier a été ouvert ou enregistré avec le mauvais encodage. Repartez de l’extraction d’origine, et enregistrez-la en « CSV UTF-8 », ni « Macintosh » ni « MS-DOS ».',
        line,
        column === undefined ? undefined : table.columnName(column),
      );
    }
  }

  private ragged(code: 'short-row' | 'long-row', cells: number, line: number): void {
    if (++this.raggedRows > SHOWN) return;
    const than = code === 'short-row' ? 'de moins' : 'de plus';
    const gap = counted(Math.abs(cells - this.columns.length), 'cellule');
    this.add(
      code,
      `La ligne ${line} a ${gap} ${than} que l’en-tête (${cells} au lieu de ${this.columns.length}).`,
      code === 'short-row'
        ? 'Une fin de ligne a peut-être été tapée dans une valeur, ou des colonnes manquent. Comparez avec l’extraction d’origine.'
        : 'Un séparateur a peut-être été tapé dans une valeur sans guillemets. Comparez avec l’extraction d’origine.',
      line,
    );
  }

  private hugeCell(line: number, column: number, length: number): void {
    if (this.problems.filter((problem) => problem.code === 'huge-cell').length >= SHOWN) return;
    this.add(
      'huge-cell',
      `La ligne ${line} contient une valeur de ${length.toLocaleString('fr-FR')} caractères.`,
      'Un guillemet mal placé a sans doute réuni plusieurs lignes en une seule valeur. Vérifiez cette ligne dans un éditeur de texte.',
      line,
      this.columns[column]?.trim() || `colonne ${column + 1}`,
    );
  }

  private hasText(scanner: RowScanner, from: number): boolean {
    for (let column = from; column < scanner.count; column++) {
      if ((scanner.ends[column] as number) > (scanner.starts[column] as number)) return true;
    }
    return false;
  }

  private add(code: FileProblemCode, message: string, advice: string, line?: number, column?: string): void {
    this.problems.push(this.make(code, message, advice, false, line, column));
  }

  private make(
    code: FileProblemCode,
    message: string,
    advice: string,
    fatal: boolean,
    line?: number,
    column?: string,
  ): FileProblem {
    return {
      code,
      file: this.file,
      message,
      advice,
      fatal,
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
    };
  }
}

function columnAt(table: Table, row: number, offset: number): number | undefined {
  for (let column = 0; ; column++) {
    const range = table.cellRange(row, column);
    if (!range) return undefined;
    if (offset >= range.start && offset < range.end) return column;
  }
}
