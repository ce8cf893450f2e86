import { sendText } from './connect.ts'
import type { Queryable } from './connect.ts'

/**
 * Brings a session back to how it started: what a migration sets, and its temporary tables, must not leak into the next
 * one, which another tool may run in a separate session (psql), or after the same reset (the Supabase CLI).
 */
export async function resetSession(db: Queryable): Promise<void> {
  await sendText(db, 'reset session authorization; reset all; discard temp')
}
