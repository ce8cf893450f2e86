import type { Comparison, Difference } from '../observer/compare-observations.ts'
import { compareSights } from '../observer/sight/sight.ts'
import type { Sight } from '../observer/sight/sight.ts'
import { isSameSpelling } from '../model/spelling/same-spelling.ts'
import type { Frame } from '../model/spelling/same-spelling.ts'

/** Compares what the observer sees, in which two prints of one expression are the same. */
export async function compareSeen(left: Sight, right: Sight): Promise<Comparison> {
  const comparison = await compareSights(left, right)
  const differences = withoutSpellings(comparison.differences)
  return { ...comparison, differences, equal: differences.length === 0 }
}

/** Differences without fields that are two prints of one expression, and without what differs in those alone. */
export function withoutSpellings(differences: readonly Difference[]): Difference[] {
  return differences.flatMap((difference) => {
    const { kind, catalog, fields } = difference
    if (kind !== 'different') return [difference]
    const left = fields.filter((field) => !isSpelledAlike(catalog, field))
    return left.length === 0 && fields.length > 0 ? [] : [{ ...difference, fields: left }]
  })
}

function isSpelledAlike(
  catalog: string,
  { name, left, right }: Difference['fields'][number],
): boolean {
  const frame = frames[`${catalog}.${name}`]
  return (
    frame !== undefined &&
    left !== undefined &&
    right !== undefined &&
    isSameSpelling(left, right, frame)
  )
}

/** The columns in which PostgreSQL keeps expressions as trees. */
const frames: Readonly<Record<string, Frame>> = {
  'pg_attrdef.adbin': 'expression',
  'pg_class.relpartbound': 'bound',
  'pg_constraint.conbin': 'part',
  'pg_index.indexprs': 'list',
  'pg_index.indpred': 'expression',
  'pg_partitioned_table.partexprs': 'list',
  'pg_policy.polqual': 'expression',
  'pg_policy.polwithcheck': 'expression',
  'pg_proc.proargdefaults': 'list',
  'pg_proc.prosqlbody': 'sql body',
  'pg_publication_rel.prqual': 'expression',
  'pg_rewrite.ev_action': 'statement',
  'pg_rewrite.ev_qual': 'statement',
  'pg_statistic_ext.stxexprs': 'list',
  'pg_trigger.tgqual': 'statement',
  'pg_type.typdefault': 'expression',
  'pg_type.typdefaultbin': 'expression',
}
