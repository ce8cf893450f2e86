import type { PlacedFinding } from './accept.ts'
import type { RuleAnswer, RuleRow } from './ask-catalog.ts'
import type { DeclaredPlace } from './places.ts'

/** What the rules found, each with the place where the schema files declare the object. */
export function catalogFindings(
  answers: readonly RuleAnswer[],
  placeOf: (row: RuleRow) => DeclaredPlace | undefined,
): PlacedFinding[] {
  return answers.flatMap(({ rule, found }) =>
    found.map((row) => {
      const place = placeOf(row)
      return {
        finding: {
          rule: rule.name,
          level: rule.level,
          source: 'catalog',
          object: row.object,
          message: row.detail === null ? rule.sentence : `${rule.sentence} ${row.detail}`,
          fix: rule.fix,
          file: place?.file ?? null,
          line: place?.line ?? null,
          column: null,
          excerpt: null,
        },
        targets: place?.targets ?? [],
      }
    }),
  )
}
