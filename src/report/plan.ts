import { idInWords } from '../model/object-id.ts'
import type { PlanResult, OwnedStatement, PlannedPart } from '../planning/plan-result.ts'
import type { Hazard } from '../plan/hazards/hazard.ts'
import { renderRisks } from './risks.ts'
import type { Paint } from './paint.ts'
import { renderLocks } from './lock-lines.ts'
import { renderProofSteps } from './proof.ts'
import { renderStatements } from './statement-text.ts'
import { countOf } from './text-table.ts'

/** A plan: what it locks and risks, what it changes, its SQL, and what was proved. */
export function renderPlan(result: PlanResult, paint: Paint): string {
  if (result.equal)
    return paint.good('Nothing to plan: the migrations make what the schema files say.')
  return [
    renderHead(result, paint),
    renderTree(result, paint),
    renderPlanners(result, paint),
    renderSql(result),
    renderProof(result, paint),
    result.files.map((file) => paint.good(`Wrote ${file}`)).join('\n'),
    result.failing.length === 0
      ? ''
      : paint.bad(`--fail-on: the plan has ${result.failing.join(', ')}. Nothing was written.`),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function renderHead(result: PlanResult, paint: Paint): string {
  const locks = renderLocks(result.locks, paint)
  const down = result.down
    .flatMap(({ statements }) => statements)
    .flatMap(({ risks }) => risks.filter(({ hazard }) => toldOfDownDirection.includes(hazard)))
  return [
    ...(locks === '' ? [] : [locks]),
    ...renderRisks(
      statementsOf(result).flatMap(({ risks }) => risks),
      paint,
    ),
    ...renderRisks(down, paint, 'down: '),
  ].join('\n')
}

/** What to know about the down direction before applying the up direction. */
const toldOfDownDirection: readonly Hazard[] = ['data_loss', 'needs_empty_table']

function renderTree(result: PlanResult, paint: Paint): string {
  const parts = statementsOf(result).flatMap((each): readonly PlannedPart[] =>
    each.parts.length === 0 ? [each] : each.parts,
  )
  const verbs = Map.groupBy(parts, ({ object }) => object)
  return [...verbs]
    .map(([object, list]) => `  ${signOf(list, paint)} ${idInWords(object)}`)
    .join('\n')
}

/** Who planned the tables, where Atlas was asked. */
function renderPlanners(result: PlanResult, paint: Paint): string {
  const { tables } = result
  const rest = statementsOf(result).some(({ by }) => by === 'own')
    ? '; the planner planned the rest'
    : ''
  const names = tables
    .filter(({ way, by }) => way === 'up' && by === 'atlas')
    .map(({ table }) => table)
  return [
    ...(names.length === 0 ? [] : [`Atlas planned ${names.join(', ')}${rest}.`]),
    ...tables.flatMap(({ table, way, failed }) =>
      failed === null
        ? []
        : [
            paint.notice(
              `Atlas's plan of ${table}${way === 'up' ? '' : ' in the down direction'} did not hold: ${failed}; the planner planned it.`,
            ),
          ],
    ),
  ].join('\n')
}

function signOf(statements: readonly PlannedPart[], paint: Paint): string {
  const comes = statements.some(({ verb }) => verb === 'create')
  const goes = statements.some(({ verb }) => verb === 'drop')
  if (comes === goes) return paint.notice('~')
  return comes ? paint.good('+') : paint.bad('-')
}

function renderSql({ segments }: PlanResult): string {
  return segments
    .map(({ statements }) => renderStatements(statements))
    .join('\n\n-- The next migration: the statements above must be committed first.\n\n')
}

function renderProof({ unmanaged, proof, rows, notes, proved }: PlanResult, paint: Paint): string {
  return [
    ...unmanaged.map(({ object, why }) => paint.bad(`not planned: ${idInWords(object)}: ${why}`)),
    ...renderProofSteps(proof, paint),
    ...rows.map(({ table, rows: count, kept, why }) => {
      if (kept === null) return paint.notice(`rows of ${table}: not tried, ${why ?? ''}`)
      if (kept) return paint.good(`rows of ${table}: ${countOf(count, 'sample row')} kept`)
      return paint.bad(`rows of ${table}: values change, and the plan does not declare it`)
    }),
    ...notes.map((note) => paint.notice(note)),
    ...(proved ? [] : [paint.bad('Nothing was written.')]),
  ].join('\n')
}

function statementsOf({ segments }: PlanResult): OwnedStatement[] {
  return segments.flatMap(({ statements }) => statements)
}
