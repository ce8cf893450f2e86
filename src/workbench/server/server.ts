import type { Project } from '../../files/project.ts'
import type { Session } from '../../postgres/connect.ts'

/** The server on which scratch databases are built. */
export interface Workbench extends Server {
  readonly project: Project
  /** PostgreSQL's `server_version_num`, such as 170010. */
  readonly serverVersion: number
  /** The URL of a database for the superuser. */
  readonly adminUrl: (database: string) => string
  /** The URL of a database for the role `postgres`, with whose rights everything of the project is run. */
  readonly userUrl: (database: string) => string
  /** A superuser's session that lasts as long as the workbench is held: it holds the locks of scratch databases. */
  readonly session: Session
}

/** What of a workbench creates and drops databases. */
export type DatabaseAccess = Pick<Workbench, 'session' | 'adminUrl'>

/** Holds a workbench while `use` runs. */
export type UseWorkbench = <T>(use: (workbench: Workbench) => Promise<T>) => Promise<T>

/** How a server is reached; plain values, so that processes can hand it to each other. */
export interface Server {
  readonly kind: 'embedded' | 'container' | 'url'
  /** The URL of the database `postgres` for the superuser. */
  readonly url: string
}

/** What is handed to whoever asked for a server: its address and a session that holds it. */
export type UseServer<T> = (server: Server, session: Session) => Promise<T>
