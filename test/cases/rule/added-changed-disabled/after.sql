create table public.t (a integer, b integer);
create rule r as on delete to public.t where old.a = 1 do instead nothing;
create rule s as on update to public.t do also nothing;
alter table public.t disable rule s;
create rule u as on insert to public.t do also select 1;
comment on rule u on public.t is 'U.';
