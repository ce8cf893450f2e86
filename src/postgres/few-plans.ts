/**
 * Settings for queries over catalogs, which take longer to plan than to run: ways to join that are seldom better than a
 * hash join are not tried (manual, Query Planning), and nothing is compiled. On a small database it saves a sixth of the
 * time of a reader.
 */
export const fewPlans = `
  set local jit = off;
  set local enable_mergejoin = off;
  set local enable_memoize = off;
  set local max_parallel_workers_per_gather = 0
`
