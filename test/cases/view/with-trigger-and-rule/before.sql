create table public.t (a integer, b integer);
create function public.touch() returns trigger language plpgsql as 'begin return new; end';
create view public.v as select a from public.t;
create trigger touch instead of insert on public.v for each row execute function public.touch();
create rule r as on delete to public.v do instead nothing;
