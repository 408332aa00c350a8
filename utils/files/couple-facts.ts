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

/** What a couple is told as: often one thing, sometimes two (a username and a name). */
export interface CoupleFacts {
  keyEdit?: KeyEdit;
  usernameEdit?: UsernameEdit;
  emptiedKey?: EmptiedKey;
  twin?: TwinAccount;
}

/** Makes the facts of couples. */
export class CoupleTeller {
  private readonly crossed: ReadonlySet<string>;

  constructor(
    private readonly found: Found,
    private readonly platform: AboutPerson['platform'],
  ) {
    this.crossed = new Set(found.comparison.crossed.map(({ fresh }) => `${fresh.table} ${fresh.row}`));
  }

  tell(couple: Couple): CoupleFacts {
    const { old, fresh, by } = couple;
    const about = { ...this.about(old), before: this.before(old), pair: couple.id };
    const facts: CoupleFacts = {};
    const emptied = old.values.key.trim() !== '' && fresh.values.key.trim() === '';
    const rowAt = anchorAt(this.found.comparison.fresh, fresh.spots[0]);
    if (by === 'pairing' && emptied) {
      const { verdict, reasons } = couple;
      const keyWouldBeSame = this.keyWouldBeSame(old, fresh);
      return { twin: { ...about, at: rowAt, existing: 'gone', verdict, reasons, keyWouldBeSame } };
    }
    if (emptied && this.general(old, 'key') === undefined)
      facts.emptiedKey = { ...about, at: this.cellAt(fresh, 'key') };
    const fields = changedFields(old, fresh, by, this.platform).filter(
      (field) => field !== 'key' || (!emptied && !this.general(old, 'key')),
    );
    const [first] = fields;
    if (first) {
      const { verdict, reasons } = couple;
      const changes = fields.map((field) => this.change(old, fresh, field));
      facts.keyEdit = { ...about, at: this.cellAt(fresh, first), by, verdict, reasons, changes };
    }
    const username = this.usernameEdit(couple);
    if (username) facts.usernameEdit = { ...about, ...username };
    return facts;
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

  about(account: Account): Omit<AboutPerson, 'at'> {
    return { person: labelOf(account), profile: account.role, platform: this.platform };
  }

  private before(old: Account) {
    return anchorAt(this.found.comparison.old, old.spots[0]);
  }

  private usernameEdit({ old, fresh, by }: Couple) {
    const [was, is] = [old.values.username, fresh.values.username];
    if (by !== 'key' || was === is || was.trim() === '' || this.general(old, 'username')) return undefined;
    const { table, row, block } = fresh.spots[0];
    return {
      at: this.cellAt(fresh, 'username'),
      was,
      is,
      difference: visibleDifference(was, is),
      belongsToAnother: block === undefined && this.crossed.has(`${table} ${row}`),
    };
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
