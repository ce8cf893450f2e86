import { sendText } from './connect.ts'
import type { Queryable } from './connect.ts'

/**
 * Brings a session back to how it started: what a migration sets or leaves open must not leak into the next
 * one, which another tool may run in a separate session (psql), or after the same reset (the Supabase CLI).
 */
export async function resetSession(db: Queryable): Promise<void> {
  await sendText(db, resetText)
}

/**
 * The statements that do so, for those who set more in the same message. As `discard all`, which cannot run in a
 * transaction, but for advisory locks: the migration lock stays.
 */
export const resetText =
  'reset session authorization; reset all; close all; deallocate all; unlisten *; discard plans; discard temp; discard sequences'
