const { WORKBENCH: kind = '', WORKBENCH_POSTGRES: version = '' } = process.env

/** Options of a `describe` whose tests come to the same on every workbench: they run on the usual one only. */
export const once = { concurrent: true, skip: kind + version !== '' }
