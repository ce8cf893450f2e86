import type { ObjectId } from '../../model/catalog.ts'
import type { TableAction, UnreadAction } from '../../sql/parsed/table-action.ts'

/** What Atlas answered: the tables that it was asked about, and what it would do. */
export interface AtlasAnswer {
  readonly tables: readonly ObjectId[]
  readonly actions: readonly (TableAction | UnreadAction)[]
}
