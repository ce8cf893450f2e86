import type { CatalogObject } from '../../../model/catalog.ts'
import type { Action } from '../../action.ts'
import { factsOf } from '../../../model/kind.ts'
import { nameOf } from '../../../model/object-id.ts'
import { isGrantedOnParent, ownNameOf, parentNameOf } from './name.ts'
import { statement } from '../../statement.ts'
import type { Statement } from '../../statement.ts'

/** One right: who may do what, and whether he may hand it on. The grantee is spelled as SQL needs it. */
export interface Right {
  readonly grantee: string
  readonly privilege: string
  readonly grantable: boolean
  /** Who granted it, where that is not the owner. */
  readonly grantor?: string
}

/** Whether two rights are the same, of the same grantor. */
export function isSameRight(a: Right, b: Right): boolean {
  return (
    a.privilege === b.privilege &&
    a.grantee === b.grantee &&
    a.grantable === b.grantable &&
    a.grantor === b.grantor
  )
}

/** Takes all rights away. */
export function revokeAll(object: CatalogObject, grantees: readonly string[]): Statement {
  return statement(
    { verb: 'revoke', object: object.id },
    {
      kind: 'revoke',
      privileges: [{ name: 'all', columns: [] }],
      target: targetOf(object),
      grantees,
    },
  )
}

/** Takes rights away, a statement a grantee. */
export function revoke(object: CatalogObject, rights: readonly Right[]): Statement[] {
  return group(rights).map(([{ grantee, grantor }, privileges]) =>
    statement(
      { verb: 'revoke', object: object.id },
      { kind: 'revoke', ...rightsOn(object, privileges), grantees: [grantee], ...as(grantor) },
      { grantee },
    ),
  )
}

/** Takes away that rights may be handed on. */
export function revokeOption(object: CatalogObject, rights: readonly Right[]): Statement[] {
  return revoke(object, rights).map((each) =>
    each.action.kind === 'revoke'
      ? { ...each, action: { ...each.action, optionOnly: true as const } }
      : each,
  )
}

/** Gives rights, a statement a grantee. */
export function grant(object: CatalogObject, rights: readonly Right[]): Statement[] {
  return group(rights).map(([{ grantee, grantable, grantor }, privileges]) =>
    statement(
      { verb: 'grant', object: object.id },
      {
        kind: 'grant',
        ...rightsOn(object, privileges),
        grantees: [grantee],
        grantable,
        ...as(grantor),
      },
      { grantee },
    ),
  )
}

function as(grantor: string | undefined): { readonly as?: string } {
  return grantor === undefined ? {} : { as: grantor }
}

/** One statement a grantee, with all his rights of the same kind. */
function group(rights: readonly Right[]): (readonly [Right, readonly string[]])[] {
  const groups = Map.groupBy(rights, ({ grantee, grantable, grantor }) =>
    JSON.stringify([grantee, grantable, grantor]),
  )
  return [...groups.values()].flatMap((list) => {
    const [first] = list
    return first === undefined ? [] : [[first, list.map(({ privilege }) => privilege)] as const]
  })
}

/** The privileges of a column are privileges on its table that name it. */
function rightsOn(
  object: CatalogObject,
  privileges: readonly string[],
): Pick<Action<'grant'>, 'privileges' | 'target'> {
  const isPart = isGrantedOnParent(object)
  const columns = isPart ? [ownNameOf(object)] : []
  return {
    privileges: privileges.map((name) => ({ name, columns })),
    target: isPart ? `table ${parentNameOf(object)}` : targetOf(object),
  }
}

/** An aggregate over rows has no argument here, where it has `*` elsewhere. */
function targetOf({ kind, id }: CatalogObject): string {
  const { grant: granted, words } = factsOf(kind)
  if (granted === undefined) throw new Error(`${id}: nobody is granted rights on a ${words}`)
  return `${granted.word} ${nameOf(id).replace(/\(\*\)$/, '()')}`
}
