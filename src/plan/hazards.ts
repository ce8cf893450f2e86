/**
 * What a statement risks, with a sentence for people. Locks are those of the manual (13.3 Explicit Locking, and the
 * notes of each ALTER TABLE form).
 */
export const hazards = {
  data_loss: 'rows or values may go for good',
  rewrite: 'the table is written anew, while nobody may read or write it',
  scan: 'all rows are read while the table is locked against writes',
  blocks_reads: 'waits for everybody who uses the table, and nobody may read it meanwhile',
  blocks_writes: 'nobody may write to the table while it runs',
  needs_empty_table: 'fails where the table has rows: nothing says what value they get',
  breaks_clients: 'clients that use what goes or changes meet an error',
  renumbers: 'numbers that were given before may be given again',
  opens_access: 'somebody may do more than before',
} as const

/** The name of a hazard, as JSON has it. */
export type Hazard = keyof typeof hazards
