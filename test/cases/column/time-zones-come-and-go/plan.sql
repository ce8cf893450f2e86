-- up
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column "at first" drop default,
  alter column "at first" type timestamp(6) with time zone using "at first" at time zone 'UTC',
  alter column "at first" set default '2024-03-31 02:30:00+00'::timestamptz,
  alter column at_date type timestamptz using at_date::timestamp at time zone 'UTC',
  alter column at_time type time with time zone using (at_time::text || '+00')::timetz,
  alter column from_domain type timestamptz using from_domain at time zone 'UTC',
  alter column many type timestamptz[],
  alter column to_date type date using (to_date at time zone 'UTC')::date;
alter domain public.moment rename to moment_old;
-- ! fails_on_rows, breaks_clients
create domain public.moment as timestamp(6) with time zone;
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column in_domain type public.moment using in_domain at time zone 'UTC';
drop domain public.moment_old;

-- down
alter domain public.moment rename to moment_old;
-- ! fails_on_rows, breaks_clients
create domain public.moment as timestamp(3) without time zone;
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column "at first" drop default,
  alter column "at first" type timestamp(3) without time zone using "at first" at time zone 'UTC',
  alter column "at first" set default '2024-03-31 02:30:00'::timestamp,
  alter column at_date type date using (at_date at time zone 'UTC')::date,
  alter column at_time type time(3) without time zone,
  alter column many type timestamp[],
  alter column to_date type timestamptz using to_date::timestamp at time zone 'UTC',
  alter column from_domain type public.moment using from_domain at time zone 'UTC',
  alter column in_domain type public.moment using in_domain at time zone 'UTC';
drop domain public.moment_old;
