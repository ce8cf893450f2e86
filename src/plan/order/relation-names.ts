import type { Catalog, CatalogObject, ObjectId } from '../../model/catalog.ts'
import { childrenOf } from '../../model/catalog.ts'
import type { Rules } from '../decide/object-change.ts'
import type { ImpliedByParent } from '../decide/implied-by-parent.ts'
import { bareNameOf } from '../../model/object-id.ts'

/** The names that a step gives free, and those that it needs: of its object and of all that goes or comes along. */
export interface Names {
  readonly taken: (object: ObjectId) => readonly string[]
  readonly wanted: (object: ObjectId) => readonly string[]
}

/** Finds them. Names of parts that nothing outside their parent can clash with are left out. */
export function findNames(
  { context, goesAlong, comesAlong }: ImpliedByParent,
  rules: Rules,
): Names {
  // What is named after its column comes with that, though something is said of it apart.
  const comes = ({ id, kind }: CatalogObject): boolean =>
    comesAlong(id) || rules[kind]?.alsoNamed === undefined
  return {
    taken: (object) =>
      namesIn(object, { catalog: context.from, along: ({ id }) => goesAlong(id), rules }),
    wanted: (object) => namesIn(object, { catalog: context.to, along: comes, rules }),
  }
}

interface Surroundings {
  readonly catalog: Catalog
  readonly along: (child: CatalogObject) => boolean
  readonly rules: Rules
}

function namesIn(id: ObjectId, surroundings: Surroundings): string[] {
  const { catalog, along, rules } = surroundings
  const object = catalog.objects.get(id)
  const also = object === undefined ? undefined : rules[object.kind]?.alsoNamed?.(object)
  return [
    bareNameOf(id),
    ...(also === undefined ? [] : [also]),
    ...childrenOf(catalog, id)
      .filter(along)
      .flatMap((child) => namesIn(child.id, surroundings)),
  ]
}
