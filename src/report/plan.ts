import type { PlanResult } from '../commands/plan.ts'
import { hazards } from '../plan/hazards.ts'
import type { Plan } from '../plan/plan.ts'
import type { Paint } from './paint.ts'
import { countOf, renderDuration } from './table.ts'

/** A plan: what it risks, what it changes, its SQL, and what was proved. */
export function renderPlan(result: PlanResult, paint: Paint): string {
  if (result.equal)
    return paint.good('Nothing to plan: the migrations make what the schema files say.')
  return [
    renderRisks(result.up, paint),
    renderTree(result.up, paint),
    ...result.up.segments.map(({ statements }) =>
      statements.map(({ sql }) => `${sql};`).join('\n'),
    ),
    renderProof(result, paint),
    ...result.files.map((file) => paint.good(`Wrote ${file}`)),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function renderRisks({ segments }: Plan, paint: Paint): string {
  const risky = segments
    .flatMap(({ statements }) => statements)
    .filter((statement) => statement.hazards.length > 0)
  return risky
    .flatMap((statement) =>
      statement.hazards.map((hazard) =>
        paint.notice(`! ${statement.object}: ${hazards[hazard]} (${hazard})`),
      ),
    )
    .join('\n')
}

function renderTree({ segments }: Plan, paint: Paint): string {
  const signs = { create: paint.good('+'), drop: paint.bad('-') } as const
  const lines = segments.flatMap(({ statements }) =>
    statements.map(
      ({ verb, object }) =>
        `  ${verb === 'create' || verb === 'drop' ? signs[verb] : paint.notice('~')} ${object}`,
    ),
  )
  return [...new Set(lines)].join('\n')
}

function renderProof({ up, down, proof, unseen, proved }: PlanResult, paint: Paint): string {
  const unmanaged = [...up.unmanaged, ...down.unmanaged].map(({ object, why }) =>
    paint.bad(`not planned: ${object}: ${why}`),
  )
  const missed = unseen.map(({ object }) =>
    paint.bad(`not planned: ${object}: the readers do not see how it differs`),
  )
  const steps = proof.map(({ name, changes, differences, milliseconds }) => {
    const wrong = [
      ...changes.map((change) => (change.kind === 'altered' ? change.to.id : change.object.id)),
      ...differences.map(({ object }) => object),
    ]
    if (wrong.length === 0) return paint.good(`proved ${name} in ${renderDuration(milliseconds)}`)
    return paint.bad(
      `not planned: ${name} leaves ${countOf(wrong.length, 'difference')}: ${wrong.join(', ')}`,
    )
  })
  const verdict = proved ? [] : [paint.bad('Nothing was written.')]
  return [...unmanaged, ...missed, ...steps, ...verdict].join('\n')
}
