import { sql } from '../../connect.ts'

/** That a schema n is ours. */
export const ours = sql`n.nspname = any(area.schemas)`
