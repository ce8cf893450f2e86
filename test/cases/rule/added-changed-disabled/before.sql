create table public.t (a integer, b integer);
create rule r as on delete to public.t do instead nothing;
create rule s as on update to public.t do also nothing;
comment on rule s on public.t is 'S.';
