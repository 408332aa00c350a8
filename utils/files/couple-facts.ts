import type {
  AboutPerson,
  CellEdit,
  EmptiedKey,
  KeyEdit,
  KeyField,
  TwinAccount,
  UsernameEdit,
} from '@/utils/core/roster-facts';
import { visibleDifference } from '@/utils/matching/difference';
import { type Account, anchorAt, labelOf, type Spot } from './accounts';
import { type Couple, changedFields } from './couples';
import type { Found } from './examine';
import { keyBy } from './key-rule';

/** What couples are told as: often one thing, sometimes two (a username and a name). */
export interface SortedCouples<C extends Couple> {
  keyEdits: C[];
  usernameEdits: C[];
  emptiedKeys: C[];
  twins: C[];
}

/** Makes the facts of couples. Sorting them makes no text: only those that are shown need any. */
export class CoupleTeller {
  private readonly crossed: ReadonlySet<string>;

  constructor(
    private readonly found: Found,
    private readonly platform: AboutPerson['platform'],
  ) {
    this.crossed = new Set(found.comparison.crossed.map(({ fresh }) => `${fresh.table} ${fresh.row}`));
  }

  /** Certain duplicates first: a list that is cut must not hide them. */
  sort<C extends Couple>(couples: readonly C[]): SortedCouples<C> {
    const sorted: SortedCouples<C> = { keyEdits: [], usernameEdits: [], emptiedKeys: [], twins: [] };
    for (const couple of couples) {
      if (couple.mixed) continue;
      const emptied = isEmptied(couple);
      if (emptied && couple.by === 'pairing') {
        sorted.twins.push(couple);
        continue;
      }
      if (emptied && this.general(couple.old, 'key') === undefined) sorted.emptiedKeys.push(couple);
      if (this.fieldsOf(couple).length > 0) sorted.keyEdits.push(couple);
      if (this.isRenamed(couple)) sorted.usernameEdits.push(couple);
    }
    sorted.keyEdits.sort((one, other) => Number(one.verdict === 'check') - Number(other.verdict === 'check'));
    return sorted;
  }

  keyEdit(couple: Couple): KeyEdit {
    const { old, fresh, by, verdict, reasons } = couple;
    const fields = this.fieldsOf(couple);
    const changes = fields.map((field) => this.change(old, fresh, field));
    const at = this.cellAt(fresh, fields[0] ?? 'key');
    return { ...this.aboutCouple(couple), at, by, verdict, reasons, changes };
  }

  usernameEdit(couple: Couple): UsernameEdit {
    const { old, fresh } = couple;
    const [was, is] = [old.values.username, fresh.values.username];
    const { table, row, block } = fresh.spots[0];
    return {
      ...this.aboutCouple(couple),
      at: this.cellAt(fresh, 'username'),
      was,
      is,
      difference: visibleDifference(was, is),
      belongsToAnother: block === undefined && this.crossed.has(`${table} ${row}`),
    };
  }

  emptiedKey(couple: Couple): EmptiedKey {
    return { ...this.aboutCouple(couple), at: this.cellAt(couple.fresh, 'key') };
  }

  /** A new row without a key that is somebody whose own row left. */
  twinOfGone(couple: Couple): TwinAccount {
    const { old, fresh, verdict, reasons } = couple;
    const keyWouldBeSame = this.keyWouldBeSame(old, fresh);
    const at = anchorAt(this.found.comparison.fresh, fresh.spots[0]);
    return { ...this.aboutCouple(couple), at, existing: 'gone', verdict, reasons, keyWouldBeSame };
  }

  /** A new row that is somebody whose own row is still in the file. */
  twin({ kept, fresh, verdict }: Found['twins'][number]): TwinAccount {
    return {
      ...this.about(kept),
      at: anchorAt(this.found.comparison.fresh, fresh.spots[0]),
      before: anchorAt(this.found.comparison.fresh, kept.spots[0]),
      existing: 'kept',
      verdict,
      reasons: ['Nom, prénom et le reste de la clé sont les mêmes, aux accents et aux signes près.'],
      keyWouldBeSame: false,
    };
  }

  private about(account: Account): Omit<AboutPerson, 'at'> {
    const className = classOf(account);
    return {
      person: labelOf(account),
      profile: account.role,
      platform: this.platform,
      ...(className === '' ? {} : { className }),
    };
  }

  private aboutCouple({ old, id }: Couple) {
    return {
      ...this.about(old),
      before: anchorAt(this.found.comparison.old, old.spots[0]),
      pair: id,
    };
  }

  /** The fields of the key to tell: not those whose whole column changed, which are told once for all. */
  private fieldsOf(couple: Couple): KeyField[] {
    const { old, fresh, by } = couple;
    const noKey = isEmptied(couple) || this.general(old, 'key') !== undefined;
    return changedFields(old, fresh, by, this.platform).filter((field) => field !== 'key' || !noKey);
  }

  private isRenamed({ old, fresh, by }: Couple): boolean {
    const [was, is] = [old.values.username, fresh.values.username];
    return by === 'key' && was !== is && was.trim() !== '' && this.general(old, 'username') === undefined;
  }

  private change(old: Account, fresh: Account, field: KeyField): CellEdit {
    const [was, is] = [old.values[field], fresh.values[field]];
    return { at: this.cellAt(fresh, field), field, was, is, difference: visibleDifference(was, is) };
  }

  private cellAt(fresh: Account, field: KeyField) {
    return anchorAt(this.found.comparison.fresh, fresh.spots[0] as Spot, field);
  }

  /** The change of the whole column, told once for all. */
  private general({ role }: Account, field: KeyField) {
    return this.found.systemic.find(
      (one) => one.profile === role && one.field === field && one.kind === 'column',
    );
  }

  private keyWouldBeSame(old: Account, fresh: Account): boolean {
    const rule = this.found.keyRules.find(
      ({ table }) => table === old.spots[0].table && old.role !== 'parent',
    );
    return rule !== undefined && keyBy(rule.rule, fresh.values) === old.values.key.trim();
  }
}

function isEmptied({ old, fresh }: Couple): boolean {
  return old.values.key.trim() !== '' && fresh.values.key.trim() === '';
}

/** The class in which a person is listed, as the file writes it; that of a pupil only. */
export function classOf({ role, values }: Account): string {
  return role === 'pupil' ? values.class.trim() : '';
}
