import type { CatalogObject } from '../../../model/catalog.ts'
import { comment } from '../../action.ts'
import { textOf } from '../../../model/attribute.ts'
import { addressOf } from './name.ts'
import { statement } from '../../statement.ts'
import type { Statement } from '../../statement.ts'

/** Writes an object's comment, where it has one. */
export function createComment(object: CatalogObject): Statement[] {
  return textOf(object, 'comment') === null ? [] : [writeComment(object)]
}

/** Writes or takes away the comment. */
export function writeComment(object: CatalogObject): Statement {
  return statement(
    { verb: 'comment', object: object.id },
    comment(addressOf(object), textOf(object, 'comment')),
  )
}
