import type { ConnectionOptions } from 'node:tls'
import { tlsOf } from './tls.ts'

/** What the client library must be told of a URL. What a URL does not say, the library takes from PGHOST, PGUSER and so on. */
export interface DriverOptions {
  readonly host?: string
  readonly port?: number
  readonly user?: string
  readonly password?: string
  readonly database?: string
  /** Settings of the session, as `-c name=value`. */
  readonly options?: string
  readonly ssl?: ConnectionOptions
}

/**
 * Takes a URL of PostgreSQL apart (libpq, Connection URIs), with the parameters `host`, `port`, `user`, `password`, `dbname`,
 * `options` and those of TLS. Throws for a text that is no URL, and for a certificate that cannot be read.
 */
export function driverOptions(url: string): DriverOptions {
  const { username, password, hostname, port, pathname, searchParams } = new URL(url)
  const asked = Object.fromEntries(searchParams)
  // A parameter is stronger than the place before it.
  const told = {
    // An IPv6 address stands in brackets.
    host: asked['host'] ?? decodeURIComponent(hostname.replace(/^\[(.+)\]$/, '$1')),
    port: Number(asked['port'] ?? port),
    user: asked['user'] ?? decodeURIComponent(username),
    password: asked['password'] ?? decodeURIComponent(password),
    database: asked['dbname'] ?? decodeURIComponent(pathname.slice(1)),
    options: asked['options'],
  }
  const ssl = tlsOf(url)?.options
  return { ...filled(told), ...(ssl && { ssl }) }
}

/** Without what is empty: the library has its own values for that. */
function filled(told: Readonly<Record<string, string | number | undefined>>): DriverOptions {
  return Object.fromEntries(
    Object.entries(told).filter(([, value]) => value !== undefined && value !== '' && value !== 0),
  )
}
