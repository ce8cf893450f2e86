create table public.t (
  id integer primary key,
  n bigint not null default 5,
  constraint t_n_check check (n > 0),
  constraint t_n_key unique (n)
);
create index t_n_idx on public.t ((n + 1)) where n > 2;
alter table public.t enable row level security;
create function public.touch() returns trigger language plpgsql as 'begin return new; end';
create trigger touch before update of n on public.t for each row when (new.n > 3) execute function public.touch();
alter table public.t disable trigger touch;
comment on trigger touch on public.t is 'Touches.';
create policy own on public.t for select to anon using (n = 1);
create view public.v as select id, n from public.t;
comment on column public.v.n is 'N.';
grant select on public.v to anon;
create view public.w with (security_invoker = true) as select n + 1 as m from public.v;
create materialized view public.m as select n from public.t;
create unique index m_n_idx on public.m (n);
create rule r as on delete to public.t where old.n = 1 do instead nothing;
