/**
 * Which default privileges the database of a test of attacks has: those of new projects, or the older ones with
 * DEFAULT_PRIVILEGES=legacy, which CI sets for a second run.
 */
export const defaultPrivileges =
  process.env['DEFAULT_PRIVILEGES'] === 'legacy' ? ('legacy' as const) : ('today' as const)
