create table public.days (day date primary key);
create table public.events (id bigint, day date, what text not null, constraint events_id_check check (id > 0), constraint events_day_fkey foreign key (day) references public.days (day)) partition by range (day);
create table public.events_2025 partition of public.events for values from ('2025-01-01') to ('2026-01-01');
create table public.events_2026 partition of public.events for values from ('2026-01-01') to ('2027-01-01') partition by list (what);
create table public.events_2026_a partition of public.events_2026 for values in ('a');
create index events_id_idx on public.events (id, what);
comment on index public.events_id_idx is 'By number.';
