import type { AlterDomainStmt } from 'libpg-query'
import { quoteName } from '../../../sql/quote.ts'
import { mapCode } from '../../../sql/scan/stretches.ts'
import { textOfTokens, tokensAfter, tokensInBrackets } from '../../../sql/scan/tokens.ts'
import { askRows } from '../ask-rows.ts'
import { parseExpression } from '../clauses/validate-constraint.ts'
import { hindranceOf, wordsOf } from '../expression.ts'
import type { TypeFact } from '../facts/database-facts.ts'
import { joinFound } from '../found.ts'
import type { Found, Rule, Sight } from '../found.ts'
import { findType } from '../world/world.ts'
import type { World } from '../world/world.ts'

/** `alter domain`: values in columns of the domain that it refuses then. */
export const askAlterDomain: Rule<AlterDomainStmt> = (statement, sight) => {
  const { world } = sight
  const words = wordsOf(statement.typeName)
  const domain = findType(world, words)
  if (domain === undefined) return {}
  const made = new Set([...world.made, ...words.slice(-1)])
  return joinFound([askOf(statement, domain, sight), { world: { ...world, made } }])
}

function askOf(statement: AlterDomainStmt, domain: TypeFact, sight: Sight): Found {
  return forms[statement.subtype ?? '']?.(statement, domain, sight) ?? {}
}

type Form = (statement: AlterDomainStmt, domain: TypeFact, sight: Sight) => Found

/** By the parser's letters: set not null, validate constraint, add constraint. */
const forms: Readonly<Record<string, Form>> = {
  O: (_statement, domain, { world }) => askColumns(world, domain, undefined),
  V: ({ name }, domain, { world }) => {
    const fact = world.facts.constraints.find(
      (each) => each.typeId === domain.id && each.name === name,
    )
    const check = fact?.expression ?? undefined
    return check === undefined ? {} : askColumns(world, domain, check)
  },
  C: ({ def }, domain, { world, scanned }) => {
    const constraint = def !== undefined && 'Constraint' in def ? def.Constraint : undefined
    if (constraint === undefined || constraint.skip_validation === true) return {}
    if (constraint.contype === 'CONSTR_NOTNULL') return askColumns(world, domain, undefined)
    const check = tokensAfter(scanned, ['check'])
    const inside = check && tokensInBrackets(check)
    return inside === undefined ? {} : askColumns(world, domain, textOfTokens(inside))
  },
}

/** Asks in every column of the domain, or of a domain of it; without a check, for nulls. */
function askColumns(world: World, domain: TypeFact, check: string | undefined): Found {
  const ids = new Set([domain.id])
  for (const id of ids) {
    for (const type of world.types) if (type.base === id) ids.add(type.id)
  }
  const columns = world.tables.flatMap((table) =>
    table.columns
      .filter(({ typeId, value }) => typeId !== undefined && value !== undefined && ids.has(typeId))
      .map((column) => ({ table, column })),
  )
  return joinFound(
    columns.map(({ table, column }) => {
      const name = quoteName(column.name)
      const where = check === undefined ? `${name} is null` : `(${withValue(check, name)}) is false`
      const hindrance =
        check === undefined ? undefined : hindranceOf(parseExpression(check), table, world)
      if (hindrance !== undefined)
        return { reasons: [`values refused by the domain: ${hindrance}`] }
      return askRows(world, table, {
        outcome: 'fails',
        detail: 'values refused by the domain',
        column: column.name,
        tree: false,
        where,
      })
    }),
  )
}

/** VALUE is the name of the value in a check of a domain. */
function withValue(check: string, name: string): string {
  return mapCode(check, (code) => code.replaceAll(/\bvalue\b/gi, () => name))
}
