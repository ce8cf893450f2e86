import type { PlanResult, PlannedStatement } from '../commands/plan-result.ts'
import { hazards } from '../plan/hazards.ts'
import type { Hazard } from '../plan/hazards.ts'
import type { Paint } from './paint.ts'
import { countOf, renderDuration, renderTable } from './table.ts'

/** A plan: what it locks and risks, what it changes, its SQL, and what was proved. */
export function renderPlan(result: PlanResult, paint: Paint): string {
  if (result.equal)
    return paint.good('Nothing to plan: the migrations make what the schema files say.')
  return [
    renderRisks(result, paint),
    renderTree(result, paint),
    renderSql(result),
    renderProof(result, paint),
    result.files.map((file) => paint.good(`Wrote ${file}`)).join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function renderRisks(result: PlanResult, paint: Paint): string {
  const locks = renderTable(
    result.locks.map(({ table, mode }) => [table, mode, effects[mode] ?? '']),
  )
  const risks = statementsOf(result).flatMap(({ object, hazards: names }) =>
    names.map((name) => `! ${object}: ${hazards[name]} (${name})`),
  )
  const losses = result.down
    .flatMap(({ statements }) => statements)
    .flatMap(({ object, hazards: names }) =>
      names
        .filter((name) => toldOfWayBack.includes(name))
        .map((name) => `! way back: ${object}: ${hazards[name]} (${name})`),
    )
  return [
    ...(locks === '' ? [] : [paint.bold('Locks'), locks]),
    ...[...new Set([...risks, ...losses])].map((risk) => paint.notice(risk)),
  ].join('\n')
}

/** What one has to know of the way back before taking the way there. */
const toldOfWayBack: readonly Hazard[] = ['data_loss', 'needs_empty_table']

/** What a lock means for everybody else while the migration runs (manual, 13.3.1). */
const effects: Readonly<Record<string, string>> = {
  share: 'nobody writes meanwhile',
  'share row exclusive': 'nobody writes meanwhile',
  exclusive: 'nobody writes meanwhile',
  'access exclusive': 'nobody reads or writes meanwhile',
}

function renderTree(result: PlanResult, paint: Paint): string {
  const verbs = Map.groupBy(statementsOf(result), ({ object }) => object)
  return [...verbs].map(([object, list]) => `  ${signOf(list, paint)} ${object}`).join('\n')
}

function signOf(statements: readonly PlannedStatement[], paint: Paint): string {
  const comes = statements.some(({ verb }) => verb === 'create')
  const goes = statements.some(({ verb }) => verb === 'drop')
  if (comes === goes) return paint.notice('~')
  return comes ? paint.good('+') : paint.bad('-')
}

function renderSql({ segments }: PlanResult): string {
  return segments
    .map(({ statements }) => statements.map(({ sql }) => `${sql};`).join('\n'))
    .join('\n\n-- The next migration: what stands above must be committed first.\n\n')
}

function renderProof({ unmanaged, proof, rows, proved }: PlanResult, paint: Paint): string {
  const several = proof.some(({ part }) => part > 1)
  return [
    ...unmanaged.map(({ object, why }) => paint.bad(`not planned: ${object}: ${why}`)),
    ...proof.flatMap(({ way, part, differences, milliseconds }) => {
      const name = several && way === 'down' ? `${way} ${String(part)}` : way
      if (differences.length === 0)
        return [paint.good(`proved ${name} in ${renderDuration(milliseconds)}`)]
      return differences.map(({ object, what }) =>
        paint.bad(`not planned: ${object}: the way ${name} leaves it different: ${what}`),
      )
    }),
    ...rows.map(({ table, rows: count, kept, why }) => {
      if (kept === null) return paint.notice(`rows of ${table}: not tried, ${why ?? ''}`)
      if (kept) return paint.good(`rows of ${table}: ${countOf(count, 'sample row')} kept`)
      return paint.bad(`rows of ${table}: values change, and the plan does not say so`)
    }),
    ...(proved ? [] : [paint.bad('Nothing was written.')]),
  ].join('\n')
}

function statementsOf({ segments }: PlanResult): PlannedStatement[] {
  return segments.flatMap(({ statements }) => statements)
}
