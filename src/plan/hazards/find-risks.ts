import type { Context } from '../rule.ts'
import type { Statement } from '../statement.ts'
import { risksOfKind } from './by-kind.ts'
import { clientRisks } from './access/clients.ts'
import { functionRisks } from './access/function-risks.ts'
import { hazardNames, mergeRisks, riskText } from './hazard.ts'
import type { Risk } from './hazard.ts'
import { movedBy, objectStepOf, unmoved } from './object-step.ts'
import type { FindRisks } from './object-step.ts'
import { ownerRisks } from './access/privileged.ts'
import { rightsRisks } from './access/rights-risks.ts'
import { workRisks } from './work/found-work.ts'

/** Every subject of hazards; adding one is adding a file and a line here. */
const subjects: readonly FindRisks[] = [
  risksOfKind('data'),
  rightsRisks,
  risksOfKind('policies'),
  risksOfKind('privileged'),
  ownerRisks,
  risksOfKind('subscribers'),
  risksOfKind('statements'),
  clientRisks,
  functionRisks,
]

/**
 * Says of each statement of a plan what it risks, from the change of its object between the two states. What a
 * change of one object risks is told once, at its first statement; what a statement does to tables at each.
 */
export function withRisks<Each extends Statement>(
  statements: readonly Each[],
  context: Context,
): Each[] {
  const told = new Set<string>()
  let moved = unmoved
  return statements.map((each) => {
    const step = objectStepOf(each, { ...context, moved })
    moved = movedBy(each, moved)
    const keyOf = (risk: Risk): string => `${each.object}\n${riskText(risk)}`
    const fresh = mergeRisks(subjects.flatMap((find) => find(step))).filter(
      (risk) => !told.has(keyOf(risk)),
    )
    for (const risk of fresh) told.add(keyOf(risk))
    return { ...each, risks: inOrder([...fresh, ...mergeRisks(workRisks(step))]) }
  })
}

/** In the order in which hazards are listed. */
export function inOrder(risks: readonly Risk[]): Risk[] {
  return risks.toSorted((a, b) => hazardNames.indexOf(a.hazard) - hazardNames.indexOf(b.hazard))
}
