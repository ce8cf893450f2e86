import { parseObjectId } from '../model/object-id.ts'
import { recordOf, textIn, textOf } from '../model/attribute.ts'
import { childrenOf, objectsOfKind } from '../model/catalog.ts'
import type { Catalog, CatalogObject } from '../model/catalog.ts'
import { unquoteName } from '../model/qualified-name.ts'
import type { Role } from '../model/role.ts'
import { quoteLiteral } from '../sql/quote.ts'
import { namesInBody, plainName } from '../sql/parsed/body-names.ts'
import { arrayOf } from './check.ts'
import type { Check, Section } from './check.ts'
import { conditionsOf } from './policy-conditions.ts'
import type { Conditions } from './policy-conditions.ts'

/** Whom the tests of rows act as. */
export interface TestedRows {
  readonly catalog: Catalog
  readonly roles: readonly Role[]
  /** The ids of users with rows. */
  readonly users: readonly string[]
}

/** The tests of row security: a section for each table, in which each role has every right. */
export function rowsSections(tested: TestedRows): Section[] {
  return objectsOfKind(tested.catalog, 'table').map((table) => tableSection(tested, table))
}

/** The statements that give the roles every right, so that policies alone refuse. */
export function grantEverything({ catalog, roles }: TestedRows): string[] {
  const names = roles.map(({ name }) => name).join(', ')
  const schemas = objectsOfKind(catalog, 'schema')
    .flatMap(({ id }) => parseObjectId(id).spelled)
    .join(', ')
  return [
    `grant usage on schema ${schemas} to ${names};`,
    `grant all on all tables in schema ${schemas} to ${names};`,
    `grant all on all sequences in schema ${schemas} to ${names};`,
    `grant execute on all functions in schema ${schemas} to ${names};`,
  ]
}

/** A role with the claims of its token. */
interface Actor {
  readonly role: Role
  readonly claims: string
  readonly says: string
}

function actorsOf({ roles, users }: TestedRows): Actor[] {
  return roles.flatMap((role) => {
    const name = unquoteName(role.name)
    const plain = { role, claims: JSON.stringify({ role: name }), says: name }
    if (role.bypassesRowSecurity) return [plain]
    return [
      { ...plain, says: `${name} without a user` },
      ...users.map((sub) => ({
        role,
        claims: JSON.stringify({ sub, role: name }),
        says: `${name} as ${sub}`,
      })),
    ]
  })
}

function tableSection(tested: TestedRows, table: CatalogObject): Section {
  const { catalog } = tested
  const name = parseObjectId(table.id).spelled.join('.')
  const actors = actorsOf(tested)
  const kept = actors
    .filter(({ role }) => !role.bypassesRowSecurity)
    .flatMap(({ role }) => Object.values(conditionsOf(catalog, table, role)))
    .filter((condition) => condition !== 'false')
  const condition = [...new Set(kept)].join(' or ')
  const claims = arrayOf(actors.map((actor) => actor.claims))
  return {
    title: name,
    setup: [],
    checks: [
      {
        have: `pg_temp.keep(${claims}, ${quoteLiteral(name)}, ${quoteLiteral(condition === '' ? 'true' : condition)}) > 0`,
        want: 'true',
        says: `there are rows of ${name} to try`,
      },
      ...actors.flatMap((actor) => actorChecks({ catalog, table, name, actor })),
    ],
  }
}

interface Tried {
  readonly catalog: Catalog
  readonly table: CatalogObject
  readonly name: string
  readonly actor: Actor
}

function actorChecks(tried: Tried): Check[] {
  const { catalog, table, name, actor } = tried
  const conditions = conditionsOf(catalog, table, actor.role)
  const said = saidOf(tried)
  return [
    {
      have: `pg_temp.places(${said.asRole}, 'true')`,
      want: `pg_temp.places(${said.asOwner(conditions.select)})`,
      says: `${actor.says} reads of ${name} the rows of its policies`,
    },
    {
      have: `pg_temp.inserted(${said.asRole})`,
      want: `pg_temp.numbers(${said.asOwner(conditions.insert)})`,
      says: `${actor.says} inserts into ${name} the rows of its policies`,
    },
    ...updateChecks(tried, conditions),
    {
      // A row that another needs stays, whoever deletes it.
      have: `pg_temp.spared(${said.owner}, ${said.asRole}, ${quoteLiteral(`delete from ${name}`)})`,
      want: `pg_temp.spared(${said.owner}, ${said.asRoleOf(said.owner)}, ${quoteLiteral(`delete from ${name} where ${conditions.delete}`)})`,
      says: `${actor.says} deletes of ${name} the rows of its policies`,
    },
  ]
}

/** The arguments that helpers share. */
interface Said {
  readonly owner: string
  readonly asRole: string
  readonly asRoleOf: (role: string) => string
  readonly asOwner: (condition: string) => string
}

function saidOf({ catalog, name, actor }: Tried): Said {
  const owner = quoteLiteral(unquoteName(catalog.role))
  const claims = quoteLiteral(actor.claims)
  const [role, relation] = [quoteLiteral(unquoteName(actor.role.name)), quoteLiteral(name)]
  return {
    owner,
    asRole: `${role}, ${claims}, ${relation}`,
    asRoleOf: (other) => `${other}, ${claims}, ${relation}`,
    asOwner: (condition) => `${owner}, ${claims}, ${relation}, ${quoteLiteral(condition)}`,
  }
}

/** A change that leaves rows where they are, and one that makes them rows that the role must not write. */
function updateChecks(tried: Tried, { update, becomes }: Conditions): Check[] {
  const { catalog, table, name, actor } = tried
  const { owner, asRole, asOwner } = saidOf(tried)
  const harmless = harmlessColumn(catalog, table)
  const telling = mentionedColumns(catalog, table, becomes)
  const changed = (columns: readonly string[], unlike: string): string =>
    `pg_temp.updated(${owner}, ${asRole}, ${arrayOf(columns)}, ${quoteLiteral(unlike)})`
  const numbers = (condition: string): string => `pg_temp.numbers(${asOwner(condition)})`
  return [
    ...(harmless === undefined || update !== becomes
      ? []
      : [
          {
            have: changed([harmless], 'false'),
            want: numbers(`(${update}) is not true`),
            says: `${actor.says} updates of ${name} the rows of its policies`,
          },
        ]),
    ...(telling.length === 0
      ? []
      : [
          {
            have: changed(telling, becomes),
            want: `case ${numbers(update)} when '' then ${numbers('true')} else 'refused by row security' end`,
            says: `${actor.says} gives no row of ${name} away`,
          },
        ]),
  ]
}

/** A column that no constraint, policy or generated column asks for; undefined where there is none. */
function harmlessColumn(catalog: Catalog, table: CatalogObject): string | undefined {
  const texts = childrenOf(catalog, table.id)
    .filter(
      (part) => part.kind !== 'index' || textIn(part, 'definition').startsWith('CREATE UNIQUE '),
    )
    .flatMap((part) => [
      textOf(part, 'definition'),
      textOf(part, 'using'),
      textOf(part, 'check'),
      textOf(part, 'generated') === null ? null : textOf(part, 'default'),
    ])
  const asked = new Set(texts.flatMap((text) => [...namesInBody(text ?? '').words]))
  const found = writableColumns(catalog, table).find((name) => !asked.has(plainName(name)))
  return found === undefined ? undefined : unquoteName(found)
}

function mentionedColumns(catalog: Catalog, table: CatalogObject, expression: string): string[] {
  const { words } = namesInBody(expression)
  return writableColumns(catalog, table)
    .filter((name) => words.has(plainName(name)))
    .map(unquoteName)
}

/** Their names as SQL spells them, in order. */
function writableColumns(catalog: Catalog, table: CatalogObject): string[] {
  return childrenOf(catalog, table.id)
    .filter(
      (part) =>
        part.kind === 'column' &&
        textOf(part, 'generated') === null &&
        recordOf(part, 'identity') === null,
    )
    .map(({ id }) => parseObjectId(id).spelled.at(-1) ?? '')
}
