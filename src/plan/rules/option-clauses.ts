import type { CatalogObject } from '../../model/catalog.ts'
import type { Altered } from '../../model/compare-catalogs.ts'
import { recordsOf, spell } from '../../model/attribute.ts'
import { factsOf } from '../../model/kind.ts'
import { nameOf } from '../../model/object-id.ts'
import { standIn } from '../../model/secret-option.ts'
import { quoteLiteral } from '../../sql/quote.ts'
import type { Refusal } from '../rule.ts'
import type { Statement } from '../statement.ts'

/** An option of foreign data. Its value is null where it is secret: no reader reads it. */
interface Option {
  readonly name: string
  readonly value: string | null
}

/** The options of a new object as a clause, with a line break before it; empty where there are none. */
export function optionClause(object: CatalogObject): string {
  return optionList(object)
    .map((clause) => `\n  ${clause}`)
    .join('')
}

/** The same as a word of a definition; none where there are no options. */
export function optionList(object: CatalogObject): string[] {
  const options = optionsOf(object)
  return options.length === 0 ? [] : [`options (${options.map(spellOption).join(', ')})`]
}

/** What ALTER does to the options: none where nothing differs that can be said. */
export function optionChanges({ from, to }: Altered): string[] {
  const [before, after] = [optionsOf(from), optionsOf(to)]
  const parts = [
    ...before
      .filter((option) => find(after, option) === undefined)
      .map(({ name }) => `drop ${name}`),
    ...after.flatMap((option) => {
      const old = find(before, option)
      if (old?.value === option.value) return []
      return [`${old === undefined ? 'add' : 'set'} ${spellOption(option)}`]
    }),
  ]
  return parts.length === 0 ? [] : [`options (${parts.join(', ')})`]
}

/**
 * What a statement tells where it has stand-ins for secrets: which, and how they are set. Takes how ALTER calls the
 * object, and the object before, if there was one.
 */
export function tellSecrets(
  address: string,
  object: CatalogObject,
  before?: CatalogObject,
): Pick<Statement, 'tells'> {
  const known = before === undefined ? [] : optionsOf(before)
  const secrets = optionsOf(object).filter(
    (option) => option.value === null && find(known, option)?.value !== null,
  )
  if (secrets.length === 0) return {}
  const list = secrets.map(({ name }) => name)
  const byHand = `alter ${address} options (${list.map((name) => `set ${name} '…'`).join(', ')})`
  const what = `the ${factsOf(object.kind).words} ${nameOf(object.id)}`
  return {
    tells: `${what}: no plan has secrets. Fill in ${list.join(', ')} by hand when this is applied: ${byHand}`,
  }
}

/** Why a change is not planned that only sets a secret: nobody but its owner can say the new value. */
export function otherSecret(
  address: string,
  { from, to, attributes }: Altered,
): Refusal | undefined {
  if (!attributes.includes('secrets')) return undefined
  const names = otherSecrets(from, to)
  const byHand = `alter ${address} options (${names.map((name) => `set ${name} '…'`).join(', ')})`
  return {
    refused: `${names.join(', ')} has another value, and no plan has secrets. Set it by hand: ${byHand}. In schema files write ${quoteLiteral(standIn)}, which means any value`,
  }
}

function otherSecrets(from: CatalogObject, to: CatalogObject): string[] {
  const before = new Map(
    recordsOf(from, 'secrets').map(({ name, digest = null }) => [spell(name), digest]),
  )
  return recordsOf(to, 'secrets').flatMap(({ name, digest = null }) => {
    const old = before.get(spell(name)) ?? null
    return old === null || digest === null || old === digest ? [] : [spell(name)]
  })
}

function optionsOf(object: CatalogObject): Option[] {
  return recordsOf(object, 'options').map((option) => ({
    name: spell(option['name']),
    value: option['value'] === null ? null : spell(option['value']),
  }))
}

function find(options: readonly Option[], { name }: Option): Option | undefined {
  return options.find((option) => option.name === name)
}

function spellOption({ name, value }: Option): string {
  return `${name} ${quoteLiteral(value ?? standIn)}`
}
