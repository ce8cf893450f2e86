import { UserError, messageOf, sameCommand } from '../../errors.ts'

/** What PostgreSQL's programs and the operating system say when a server cannot be had, and what to do. */
const faults: readonly (readonly [RegExp, string])[] = [
  [
    /No space left on device|Check free disk space|ENOSPC|EDQUOT|Disk quota exceeded/,
    `the disk is full. This attempt left nothing. Free some space. ${sameCommand}`,
  ],
  [
    /Address already in use|could not bind|EADDRINUSE/,
    'another program uses the port. Stop that program, or give this server another port.',
  ],
  [
    /pre-existing shared memory block|lock file "postmaster.pid" already exists/,
    `a killed server has not ended completely yet, or another server uses this folder. Wait a moment. ${sameCommand}`,
  ],
  [
    /database files are incompatible|initialized by PostgreSQL version/,
    'the folder was created by another version of PostgreSQL. Use that version, or move the folder away.',
  ],
  [
    /Permission denied|EACCES|EPERM|has wrong ownership|invalid permissions/,
    'it belongs to another user, or this user may not read it. Run the command as its owner, or move it away.',
  ],
  [
    /Read-only file system|EROFS/,
    'the file system is read-only. Work in a folder that can be written.',
  ],
  [
    /cannot be run as root/,
    'PostgreSQL does not run as root. Run the command as an ordinary user.',
  ],
  [
    /error while loading shared libraries|ENOENT.*(initdb|postgres)|not found \(required by/,
    'the binaries of PostgreSQL do not run on this system. Install them again (npm ci), or use WORKBENCH=container or WORKBENCH_URL.',
  ],
]

/** A sentence for what went wrong with the server of a folder: the known faults explained, others in full. */
export function explainFault(folder: string, error: unknown): UserError {
  if (error instanceof UserError) return error
  return explainText(folder, outputOf(error), error)
}

/** The same for what a server wrote into its log. */
export function explainText(folder: string, text: string, cause?: unknown): UserError {
  const known = faults.find(([pattern]) => pattern.test(text))?.[1]
  const said = known ?? 'PostgreSQL could not start.'
  return new UserError(`${folder}: ${said}\n${quoteEnd(text)}`, { cause })
}

function outputOf(error: unknown): string {
  const output = error instanceof Error && 'stderr' in error ? String(error.stderr) : ''
  return output.trim() === '' ? messageOf(error) : output
}

/** The last lines, indented: where PostgreSQL says what stopped it. */
function quoteEnd(text: string): string {
  const lines = text.trim().split('\n').slice(-6)
  return lines.map((line) => `  ${line}`).join('\n')
}
