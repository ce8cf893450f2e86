import { hazardNames, hazards, riskText } from '../plan/hazards/hazard.ts'
import type { Hazard, Risk } from '../plan/hazards/hazard.ts'
import type { Paint } from './paint.ts'

/**
 * Risks as lines, a hazard after the other: its sentence, then what it is about. `! rewrite: the whole table …` above
 * `    public.t`; one line where it is about one thing.
 */
export function renderRisks(risks: readonly Risk[], paint: Paint, head = ''): string[] {
  return hazardNames.flatMap((hazard) => {
    const own = [...new Set(risks.filter((risk) => risk.hazard === hazard).map(riskText))]
    return own.length === 0 ? [] : renderHazard(hazard, own, { paint, head })
  })
}

interface Look {
  readonly paint: Paint
  readonly head: string
}

/** One line for each object of a hazard; of many, the first ones. */
function renderHazard(hazard: Hazard, texts: readonly string[], { paint, head }: Look): string[] {
  const things = texts.map((text) => text.slice(hazard.length + 2))
  const shown = things.slice(0, most)
  const rest = things.length - shown.length
  return [
    paint.notice(`! ${head}${hazard}: ${hazards[hazard]}`),
    ...shown.map((thing) => `    ${thing}`),
    ...(rest === 0 ? [] : [paint.dim(`    and ${String(rest)} more`)]),
  ]
}

const most = 20
