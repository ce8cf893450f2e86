import type { Constraint } from 'libpg-query'
import { quoteName } from '../../../sql/quote.ts'
import { textOfTokens, tokensAfter, tokensInBrackets } from '../../../sql/scan/tokens.ts'
import { wordsOf } from '../expression.ts'
import { joinFound } from '../found.ts'
import type { Found } from '../found.ts'
import type { ForeignKey } from '../world/referring-key.ts'
import { findTable } from '../world/world.ts'
import type { Unproved, World } from '../world/world.ts'
import { askCheck } from './add-check.ts'
import type { ClauseRule, ClauseSight } from './clause.ts'
import { askExclusion } from './exclusion-rows.ts'
import { askUnmatched } from './foreign-key-rows.ts'
import { askNulls } from './set-not-null.ts'
import { askDuplicates } from './unique-rows.ts'

/** `add constraint`: rows on which it fails. One that is not valid asks when it is validated. */
export const askAddConstraint: ClauseRule = ({ def }, sight) => {
  if (def === undefined || !('Constraint' in def)) return {}
  const constraint = def.Constraint
  return constraints[constraint.contype ?? '']?.(constraint, sight) ?? {}
}

type ConstraintRule = (constraint: Constraint, sight: ClauseSight) => Found

const constraints: Readonly<Record<string, ConstraintRule>> = {
  CONSTR_CHECK: askCheckOf,
  CONSTR_NOTNULL: (constraint, sight) => {
    const names = wordsOf(constraint.keys)
    const [column = ''] = names
    return constraint.skip_validation === true
      ? { world: remember(sight, constraint, { kind: 'not null', column }) }
      : askNulls(names, sight)
  },
  CONSTR_UNIQUE: askUnique,
  CONSTR_PRIMARY: (constraint, sight) =>
    joinFound([askNulls(wordsOf(constraint.keys), sight), askUnique(constraint, sight)]),
  CONSTR_FOREIGN: askForeignKey,
  CONSTR_EXCLUSION: (constraint, sight) => askExclusion(sight, constraint),
}

function isLazy({ skip_validation: skips, is_enforced: isEnforced }: Constraint): boolean {
  return skips === true || isEnforced !== true
}

function askCheckOf(constraint: Constraint, sight: ClauseSight): Found {
  const check = tokensAfter(sight.scanned, ['check'])
  const inside = check && tokensInBrackets(check)
  if (inside === undefined) return {}
  const expression = textOfTokens(inside)
  if (isLazy(constraint))
    return { world: remember(sight, constraint, { kind: 'check', expression }) }
  const tree = sight.tree && constraint.is_no_inherit !== true
  return askCheck({ ...sight, tree }, expression, constraint.raw_expr)
}

function askUnique(constraint: Constraint, sight: ClauseSight): Found {
  const { keys: nodes, indexname, nulls_not_distinct: nullsAlike } = constraint
  // An index that is there is unique already.
  if (indexname !== undefined) return {}
  if (constraint.without_overlaps === true)
    return { reasons: ['rows with overlaps: WITHOUT OVERLAPS is not evaluated'] }
  const keys = wordsOf(nodes)
  const unknown = sight.table.columns.find(
    ({ name, value }) => keys.includes(name) && value === undefined,
  )
  if (unknown !== undefined && sight.table.origin !== undefined)
    return {
      reasons: [
        `rows with a key that others have: the values of ${unknown.name} change before, in the same run`,
      ],
    }
  return askDuplicates(sight, { keys: keys.map(quoteName), nullsAlike: nullsAlike === true })
}

function askForeignKey(constraint: Constraint, sight: ClauseSight): Found {
  const key = keyOf(constraint, sight.world)
  if (key === undefined) return { reasons: ['rows without a match: the key is not known'] }
  if (isLazy(constraint))
    return { world: remember(sight, constraint, { kind: 'foreign key', key }) }
  return askUnmatched(sight, key)
}

function keyOf(constraint: Constraint, world: World): ForeignKey | undefined {
  const { pktable, fk_with_period: hasPeriod } = constraint
  const other = pktable && findTable(world, pktable)
  if (other === undefined || hasPeriod === true) return undefined
  const named = wordsOf(constraint.pk_attrs)
  const primary = other.key.map(
    (origin) => other.columns.find((column) => column.origin === origin)?.name ?? origin,
  )
  const columns = wordsOf(constraint.fk_attrs)
  const otherColumns = named.length > 0 ? named : primary
  return columns.length === otherColumns.length
    ? { columns, other: other.id, otherColumns, full: constraint.fk_matchtype === 'f' }
    : undefined
}

function remember(
  { world, table }: ClauseSight,
  { conname = '' }: Constraint,
  unproved: Unproved,
): World {
  const name = `${String(table.id)}.${conname}`
  return { ...world, unproved: new Map([...world.unproved, [name, unproved]]) }
}
