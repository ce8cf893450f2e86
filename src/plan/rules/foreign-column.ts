import type { CatalogObject } from '../../model/catalog.ts'
import type { Altered } from '../../model/compare-catalogs.ts'
import { alterColumn } from './column-statement.ts'
import { ownNameOf, parentTableAddress } from './facets/name.ts'
import { optionChanges, optionList, otherSecret, tellSecrets } from './option-clauses.ts'
import type { Refusal } from '../rule.ts'
import type { Statement } from '../statement.ts'

/** The options of a column of a foreign table, as its definition says them behind its type. */
export function foreignOptions(column: CatalogObject): string[] {
  return optionList(asHolder(column))
}

/** The statements that change them. */
export function alterForeignOptions({ from, to, attributes }: Altered): Statement[] {
  const change = { kind: 'altered', from: asHolder(from), to: asHolder(to), attributes } as const
  return optionChanges(change).map((value) => ({
    ...alterColumn(to, { part: 'options', value: value.slice('options '.length) }),
    ...tellSecrets(addressOfOptions(to), change.to, change.from),
  }))
}

/** What the statement that makes a column tells where it has stand-ins for secrets. */
export function tellColumnSecrets(column: CatalogObject): Pick<Statement, 'tells'> {
  return tellSecrets(addressOfOptions(column), asHolder(column))
}

/** Why a change that only sets a secret is not planned. */
export function otherColumnSecret({ from, to, attributes }: Altered): Refusal | undefined {
  const names = attributes.map((name) => (name === 'foreignSecrets' ? 'secrets' : name))
  const change = { kind: 'altered', from: asHolder(from), to: asHolder(to) } as const
  return otherSecret(addressOfOptions(to), { ...change, attributes: names })
}

function addressOfOptions(column: CatalogObject): string {
  return `${parentTableAddress(column)} alter column ${ownNameOf(column)}`
}

/** A column as what holds options of foreign data. */
function asHolder(column: CatalogObject): CatalogObject {
  const { foreignOptions: options = [], foreignSecrets: secrets = [] } = column.attributes
  return { ...column, attributes: { ...column.attributes, options, secrets } }
}
