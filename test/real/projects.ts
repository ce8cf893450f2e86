import { basename } from 'node:path'
import { bossState, synapseStates, workerBase } from './own-states.ts'
import { debian, growing, ofFiles, oneOf, readAll } from './project.ts'
import type { RealProject } from './project.ts'

const dbconfig = 'usr/share/dbconfig-common/data'
const awlFolder = 'usr/share/awl/dba'
const davicalFolder = 'usr/share/davical/dba'
const zabbix = 'usr/share/zabbix-server-pgsql'

/** Complete schemas that packages ship, in the order of their names. */
export const projects: readonly RealProject[] = [
  {
    name: 'bacula',
    packages: [debian('bacula-director-pgsql')],
    states: async ([files]) =>
      oneOf(await readAll(files, [`${dbconfig}/bacula-director-pgsql/install/pgsql`])),
  },
  {
    name: 'davical',
    packages: [debian('libawl-php'), debian('davical')],
    states: async ([awl, files]) => {
      const base = await readAll(awl, [
        `${awlFolder}/awl-tables.sql`,
        `${awlFolder}/schema-management.sql`,
      ])
      const tables = await readAll(files, [`${davicalFolder}/davical.sql`])
      const functions = await readAll(files, [
        `${davicalFolder}/caldav_functions.sql`,
        `${davicalFolder}/rrule_functions.sql`,
        `${davicalFolder}/views/dav_principal.sql`,
        `${davicalFolder}/base-data.sql`,
      ])
      return growing([
        { version: 'awl', text: base },
        { version: 'tables', text: tables },
        { version: 'functions and rows', text: functions },
      ])
    },
  },
  {
    name: 'ejabberd',
    packages: [debian('ejabberd')],
    states: async ([files]) => [
      { version: 'one host', text: await readAll(files, ['usr/share/ejabberd/sql/pg.sql']) },
      { version: 'many hosts', text: await readAll(files, ['usr/share/ejabberd/sql/pg.new.sql']) },
    ],
  },
  {
    name: 'graphile-worker',
    packages: [{ registry: 'npm', name: 'graphile-worker', version: '0.17.3' }],
    states: async ([files]) => {
      if (files === undefined) return []
      const paths = (await files.list('sql')).filter((path) => path.endsWith('.sql'))
      const steps = await Promise.all(
        paths.map(async (path) => ({
          version: basename(path, '.sql'),
          text: (await files.read(path)).replaceAll(':GRAPHILE_WORKER_SCHEMA', 'graphile_worker'),
        })),
      )
      const base = [{ version: 'schema', text: workerBase }]
      return growing([...base, ...steps]).slice(1)
    },
  },
  ofFiles('icinga-ido', debian('icinga2-ido-pgsql'), [
    'usr/share/icinga2-ido-pgsql/schema/pgsql.sql',
  ]),
  ofFiles('icingadb', debian('icingadb'), ['usr/share/icingadb/schema/pgsql/schema.sql']),
  {
    name: 'jabberd2',
    packages: [debian('jabberd2')],
    states: async ([files]) =>
      oneOf(await readAll(files, ['usr/share/doc/jabberd2/db-setup.pgsql.gz'])),
  },
  {
    name: 'kamailio',
    packages: [debian('kamailio-postgres-modules')],
    states: async ([files]) => {
      if (files === undefined) return []
      const folder = 'usr/share/kamailio/postgres'
      const all = (await files.list(folder)).filter((path) => path.endsWith('-create.sql'))
      const names = [
        'standard',
        'acc',
        'lcr',
        'domain',
        'group',
        'permissions',
        'registrar',
        'usrloc',
        'msilo',
      ]
      const first = names.map((name) => `${folder}/${name}-create.sql`)
      const rest = all.filter((path) => !first.includes(path))
      return growing([
        { version: 'first modules', text: await readAll(files, first) },
        { version: 'all modules', text: await readAll(files, rest) },
      ])
    },
  },
  {
    name: 'kea',
    packages: [debian('kea-admin')],
    states: async ([files]) => {
      const text = await readAll(files, ['usr/share/kea/scripts/pgsql/dhcpdb_create.pgsql'])
      const body = text.replace(/^START TRANSACTION;$/m, '').replace(/^COMMIT;$/m, '')
      const parts = body.split(/(?<=^UPDATE schema_version\n[^;]*;)/m)
      return growing(
        parts.flatMap((part) => {
          const found = /SET version = '(?<major>\d+)', minor = '(?<minor>\d+)'/i.exec(part)?.groups
          return found === undefined
            ? []
            : [{ version: `${found['major'] ?? ''}.${found['minor'] ?? ''}`, text: part }]
        }),
      )
    },
  },
  ofFiles('mediawiki', debian('mediawiki'), [
    'usr/share/mediawiki/maintenance/postgres/tables-generated.sql',
    'usr/share/mediawiki/maintenance/postgres/tables.sql',
  ]),
  ofFiles('pdns', debian('pdns-backend-pgsql'), [
    'usr/share/pdns-backend-pgsql/schema/schema.pgsql.sql',
  ]),
  {
    name: 'pg-boss',
    packages: ['8.4.2', '10.4.2', '11.0.0'].map((version) => ({
      registry: 'npm',
      name: 'pg-boss',
      version,
    })),
    states: async (all) => all.map((files) => bossState(files)),
  },
  {
    name: 'request-tracker',
    packages: [debian('request-tracker4'), debian('request-tracker5')],
    states: async ([four, five]) => [
      { version: '4', text: await readAll(four, ['usr/share/request-tracker4/etc/schema.Pg']) },
      { version: '5', text: await readAll(five, ['usr/share/request-tracker5/etc/schema.Pg']) },
    ],
  },
  ofFiles('roundcube', debian('roundcube-core'), ['usr/share/roundcube/SQL/postgres.initial.sql']),
  ofFiles('rsyslog', debian('rsyslog-pgsql'), [`${dbconfig}/rsyslog-pgsql/install/pgsql`]),
  {
    name: 'synapse',
    packages: [{ registry: 'pypi', name: 'matrix-synapse', version: '1.163.2' }],
    states: async ([files]) => (files === undefined ? [] : synapseStates(files)),
  },
  {
    name: 'tt-rss',
    packages: [debian('tt-rss')],
    states: async ([files]) =>
      oneOf(await readAll(files, ['usr/share/tt-rss/schema/ttrss_schema_pgsql.sql'])),
  },
  {
    name: 'zabbix',
    packages: [debian('zabbix-server-pgsql')],
    states: async ([files]) =>
      growing([
        { version: '6.0', text: await readAll(files, [`${zabbix}/schema.sql.gz`]) },
        {
          version: 'history with keys',
          text: await readAll(files, [
            `${zabbix}/double.sql.gz`,
            `${zabbix}/history_pk_prepare.sql.gz`,
          ]),
        },
      ]),
  },
]
