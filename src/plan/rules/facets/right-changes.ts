import type { CatalogObject } from '../../../model/catalog.ts'
import { recordsOf, spell } from '../../../model/attribute.ts'
import { changeDependent, isDependent } from './other-grantors.ts'
import type { DependentRight } from './other-grantors.ts'
import { isSameRight } from './right-statements.ts'

/** A right that a list of rights has. */
export interface ListedRight {
  readonly privilege: string
  readonly grantee: string
  readonly grantable: boolean
  /** Of the owner how it is not as he has it by himself: he may hand it on, or lacks it. */
  readonly ofOwner?: string
  /** Who granted it, where that is not the owner. */
  readonly grantor?: string
}

/** What one grantee is given, or loses, by one statement. */
export interface RightChange {
  readonly verb: 'grant' | 'revoke'
  readonly privileges: readonly string[]
  readonly grantee: string
  readonly grantable: boolean
  /** The right stays, and cannot be handed on any more. */
  readonly optionOnly?: true
  /** The role that grants or revokes, where that is not the owner. */
  readonly as?: string
}

/** What leads from one list of rights to another: what is revoked, then what is granted. */
export function changeRights(
  before: readonly ListedRight[],
  after: readonly ListedRight[],
): RightChange[] {
  const own = [before, after].map((list) => list.filter((right) => !isDependent(right)))
  const [first = [], last = []] = own
  const lost = first.filter((right) => !last.some((other) => isSame(right, other)))
  const { revoked, granted } = changeDependent(
    before.filter(isDependent),
    after.filter(isDependent),
    lost,
  )
  return [
    ...revoked.flatMap((list) => group('revoke', list)),
    ...changeOfOwner(first, last),
    ...granted.flatMap((list) => group('grant', list)),
  ]
}

function changeOfOwner(
  before: readonly ListedRight[],
  after: readonly ListedRight[],
): RightChange[] {
  const gone = before.filter((right) => !after.some((other) => isSame(right, other)))
  const come = after.filter((right) => !before.some((other) => isSame(right, other)))
  // What an owner could hand on he keeps without that.
  const kept = gone.filter(
    ({ ofOwner, privilege }) => ofOwner === 'option' && !lacks(come, privilege),
  )
  // A right whose grant option alone comes or goes stays.
  const lost = gone.filter((right) => !isLack(right) && !isIn(right, come))
  const options = gone.filter((right) => right.grantable && isIn(right, come))
  const given = come.filter((right) => !isLack(right) && (right.grantable || !isIn(right, gone)))
  return [
    ...group('revoke', [...lost, ...come.filter(isLack)]),
    ...group('revoke', options).map((each) => ({ ...each, optionOnly: true as const })),
    ...group('grant', [
      ...gone.filter(isLack),
      ...kept.map((right) => ({ ...right, grantable: false })),
      ...given,
    ]),
  ]
}

/** Whether a list has a right that differs in its grant option alone; those of an owner are something else. */
function isIn(right: ListedRight, list: readonly ListedRight[]): boolean {
  return list.some(
    (other) =>
      other.grantee === right.grantee &&
      other.privilege === right.privilege &&
      other.ofOwner === undefined &&
      right.ofOwner === undefined,
  )
}

/** The rights in an attribute of an object. */
export function listedRights(object: CatalogObject, attribute: string): ListedRight[] {
  return recordsOf(object, attribute).map((right) => ({
    privilege: spell(right['privilege']),
    grantee: spell(right['grantee']),
    grantable: right['grantable'] === true,
    ...(typeof right['ofOwner'] === 'string' ? { ofOwner: right['ofOwner'] } : {}),
    ...(typeof right['grantor'] === 'string' ? { grantor: right['grantor'] } : {}),
  }))
}

/** The rights on an object that others than its owner granted. */
export function dependentRights(object: CatalogObject): DependentRight[] {
  return listedRights(object, 'rights').filter(isDependent)
}

/** One statement a grantee; what he may hand on is another one. */
function group(verb: RightChange['verb'], rights: readonly ListedRight[]): RightChange[] {
  const isOption = ({ grantable }: ListedRight): boolean => verb === 'grant' && grantable
  const groups = Map.groupBy(rights, (right) =>
    JSON.stringify([right.grantee, isOption(right), right.grantor]),
  )
  return Array.from(groups.values(), (list) => ({
    verb,
    privileges: [...new Set(list.map(({ privilege }) => privilege))],
    grantee: list[0]?.grantee ?? '',
    grantable: list.some(isOption),
    ...(list[0]?.grantor === undefined ? {} : { as: list[0].grantor }),
  }))
}

function isLack({ ofOwner }: ListedRight): boolean {
  return ofOwner === 'lack'
}

function lacks(rights: readonly ListedRight[], privilege: string): boolean {
  return rights.some((right) => isLack(right) && right.privilege === privilege)
}

function isSame(a: ListedRight, b: ListedRight): boolean {
  return isSameRight(a, b) && a.ofOwner === b.ofOwner
}
