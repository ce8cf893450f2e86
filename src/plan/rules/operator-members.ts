import type { CatalogObject, ObjectId } from '../../model/catalog.ts'
import { recordsOf, spell } from '../../model/attribute.ts'
import { idOf, nameOf } from '../../model/object-id.ts'

/** An operator or a support function of an operator family. */
export interface OperatorMember {
  readonly sort: 'operator' | 'function'
  /** Which one of its access method it is: `1` is “less than” of btree. */
  readonly number: string
  /** The two types that it is for: `integer, integer`. */
  readonly types: string
  /** The operator or function. */
  readonly uses: ObjectId
  /** The operator family that the results of a distance are sorted by. */
  readonly orderBy: string | null
}

/** The members that an operator class or family has by itself, in their order. */
export function membersOf(object: CatalogObject): OperatorMember[] {
  return recordsOf(object, 'members').map(({ sort, number, types, uses, orderBy }) => {
    const [, kind = '', name = ''] = /^(\S+) (.*)$/s.exec(spell(uses)) ?? []
    return {
      sort: sort === 'operator' ? 'operator' : 'function',
      number: spell(number),
      types: spell(types),
      uses: idOf(kind, name),
      orderBy: typeof orderBy === 'string' ? orderBy : null,
    }
  })
}

/** As it is added: `operator 1 public.<(integer, integer)`. */
export function addedMember({ sort, number, types, uses, orderBy }: OperatorMember): string {
  return sort === 'function'
    ? `function ${number} (${types}) ${nameOf(uses)}`
    : `operator ${number} ${nameOf(uses)}${orderBy === null ? '' : ` for order by ${orderBy}`}`
}

/** As it is dropped: `operator 1 (integer, integer)`. */
export function memberPlace({ sort, number, types }: OperatorMember): string {
  return `${sort} ${number} (${types})`
}

/** Whether two are the same member. */
function isSameMember(one: OperatorMember, other: OperatorMember): boolean {
  return addedMember(one) === addedMember(other) && memberPlace(one) === memberPlace(other)
}

/** The members of one list that another one lacks. */
export function membersWithout(
  all: readonly OperatorMember[],
  others: readonly OperatorMember[],
): OperatorMember[] {
  return all.filter((each) => !others.some((other) => isSameMember(each, other)))
}
