import type { Catalog, CatalogObject, Value } from '../../model/catalog.ts'
import { isSameValue } from '../../model/diff.ts'
import type { Altered } from '../../model/diff.ts'
import { flagOf, recordOf, spell } from '../attribute.ts'
import { ownNameOf } from '../name.ts'
import type { Context } from '../rule.ts'
import type { Statement } from '../statement.ts'
import { alterTable } from './column-statement.ts'
import { identityText, sequenceName } from './column-text.ts'

/** Takes an identity away: before the type changes, since only integers have one. */
export function dropIdentity({ to }: Altered): Statement[] {
  if (recordOf(to, 'identity') !== null) return []
  return [alterTable(to, `alter column ${ownNameOf(to)} drop identity`)]
}

/** Adds an identity or changes its options: after the type has changed, which moves the bounds along. */
export function alterIdentity({ from, to }: Altered, context: Context): Statement[] {
  const [before, after] = [recordOf(from, 'identity'), recordOf(to, 'identity')]
  if (after === null) return []
  if (before === null) return addIdentity(from, to, context.to)
  const parts = changedOptions(before, after)
  if (parts.length === 0) return []
  const restart = isOutside(before, after)
  const action = [...parts, ...(restart ? ['restart'] : [])].join(' ')
  return [
    alterTable(to, `alter column ${ownNameOf(to)} ${action}`, {
      hazards: restart ? ['renumbers'] : [],
    }),
  ]
}

/** An identity needs a column that is never null, and has no default. */
function addIdentity(from: CatalogObject, to: CatalogObject, catalog: Catalog): Statement[] {
  const own = ownNameOf(to)
  const identity = recordOf(to, 'identity') ?? {}
  const hadDefault = from.attributes['default'] !== null && from.attributes['default'] !== undefined
  return [
    ...(hadDefault ? [alterTable(to, `alter column ${own} drop default`)] : []),
    ...(flagOf(from, 'notNull')
      ? []
      : [
          alterTable(to, `alter column ${own} set not null`, { hazards: ['scan', 'blocks_reads'] }),
        ]),
    alterTable(to, `alter column ${own} add ${identityText(identity, sequenceName(to, catalog))}`),
  ]
}

const words: Readonly<Record<string, string>> = {
  start: 'start with',
  increment: 'increment by',
  min: 'minvalue',
  max: 'maxvalue',
  cache: 'cache',
}

function changedOptions(
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
): string[] {
  return Object.keys(after).flatMap((name) => {
    if (isSameValue(before[name], after[name]) || followsType(name, before, after)) return []
    if (name === 'always')
      return [`set generated ${after[name] === true ? 'always' : 'by default'}`]
    if (name === 'cycle') return [`set ${after[name] === true ? 'cycle' : 'no cycle'}`]
    return words[name] === undefined ? [] : [`set ${words[name]} ${spell(after[name])}`]
  })
}

function followsType(
  name: string,
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
): boolean {
  return name === 'max' && before['maxIsDefault'] === true && after['maxIsDefault'] === true
}

/** PostgreSQL takes no bounds that the next number lies outside of: a fresh sequence stands at its start. */
function isOutside(
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
): boolean {
  const start = numberOf(before['start'])
  return start < numberOf(after['min']) || start > numberOf(after['max'])
}

function numberOf(value: Value | undefined): bigint {
  return BigInt(spell(value))
}
